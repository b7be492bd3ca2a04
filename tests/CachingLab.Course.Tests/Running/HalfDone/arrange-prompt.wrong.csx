IList<ChatMessage> ArrangePrompt(PromptParts parts) =>
[
    new(ChatRole.System, $"Now: {parts.Now:u}\n{parts.System}"),
    .. parts.History,
    new(ChatRole.User, parts.Question),
];
