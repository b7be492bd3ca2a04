// answer: wrong
// fails: grown-conversation
// misconception: Numbers the messages from the last one back
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
    for (int i = 0; i < parts.History.Count; i++)
        messages.Add(new ChatMessage(parts.History[i].Role, $"[{parts.History.Count - i} ago] {parts.History[i].Text}"));
    messages.Add(new ChatMessage(ChatRole.User, $"Now: {parts.Now:u}\n\n{parts.Question}"));
    return messages;
}
