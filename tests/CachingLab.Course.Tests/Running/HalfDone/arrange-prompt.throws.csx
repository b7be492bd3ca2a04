IList<ChatMessage> ArrangePrompt(PromptParts parts) =>
[
    new(ChatRole.System, parts.System + parts.Documents[0] + parts.Tools[0].Name),
    new(ChatRole.User, parts.History[^1].Text + parts.Question),
];
