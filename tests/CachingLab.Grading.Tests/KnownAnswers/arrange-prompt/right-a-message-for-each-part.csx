// answer: right
// style: one collection expression, a message for each part
using System;
using System.Collections.Generic;
using System.Linq;
using CachingLab;
using CachingLab.Production;
using Microsoft.Extensions.AI;

IList<ChatMessage> ArrangePrompt(PromptParts parts) =>
[
    new(ChatRole.System, parts.System),
    .. parts.Tools.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new ChatMessage(ChatRole.System, $"Tool {t.Name}: {t.Description} {t.ParametersJson}")),
    .. parts.Examples.SelectMany(e => new[] { new ChatMessage(ChatRole.User, e.User), new ChatMessage(ChatRole.Assistant, e.Assistant) }),
    .. parts.Documents.Select(d => new ChatMessage(ChatRole.User, d)),
    .. parts.History,
    new(ChatRole.User, $"Now: {parts.Now:u}\n\n{parts.Question}"),
];
