// answer: wrong
// fails: every-part
// misconception: Reads the day off the clock instead of the time that was given
using System;
using System.Collections.Generic;
using System.Linq;
using CachingLab;
using CachingLab.Production;
using Microsoft.Extensions.AI;

IList<ChatMessage> ArrangePrompt(PromptParts parts)
{
    var messages = new List<ChatMessage>();
    messages.Add(new ChatMessage(ChatRole.System, parts.System));
    foreach (LlmTool tool in parts.Tools.OrderBy(t => t.Name, StringComparer.Ordinal))
        messages.Add(new ChatMessage(ChatRole.System, $"{tool.Name}: {tool.Description} {tool.ParametersJson}"));
    foreach (LlmExample example in parts.Examples)
        messages.Add(new ChatMessage(ChatRole.System, $"Q: {example.User}\nA: {example.Assistant}"));
    foreach (string document in parts.Documents)
        messages.Add(new ChatMessage(ChatRole.User, document));
    messages.AddRange(parts.History);
    messages.Add(new ChatMessage(ChatRole.User, $"Now: {DateTimeOffset.UtcNow:yyyy-MM-dd}\n\n{parts.Question}"));
    return messages;
}
