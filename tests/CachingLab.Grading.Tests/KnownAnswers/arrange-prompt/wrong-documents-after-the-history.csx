// answer: wrong
// fails: grown-conversation
// misconception: Puts the documents right before the question that they are to answer
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
    messages.AddRange(parts.History);
    foreach (string document in parts.Documents)
        messages.Add(new ChatMessage(ChatRole.User, document));
    messages.Add(new ChatMessage(ChatRole.User, $"Now: {parts.Now:u}\n\n{parts.Question}"));
    return messages;
}
