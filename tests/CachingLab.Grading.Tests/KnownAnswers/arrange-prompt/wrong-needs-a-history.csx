// answer: wrong
// fails: every-part, nothing-twice, system-role, question-last, no-user-text-in-system, shared-prefix, grown-conversation
// misconception: Takes it for granted that a conversation has begun
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
    ChatMessage newest = parts.History.Last();
    messages.AddRange(parts.History.SkipLast(1));
    messages.Add(newest);
    messages.Add(new ChatMessage(ChatRole.User, $"Now: {parts.Now:u}\n\n{parts.Question}"));
    return messages;
}
