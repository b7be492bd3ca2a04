// answer: right
// style: one long system text from a StringBuilder, loops and Add; the time as a system message before the question
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using CachingLab;
using CachingLab.Production;
using Microsoft.Extensions.AI;

IList<ChatMessage> ArrangePrompt(PromptParts parts)
{
    var text = new StringBuilder();
    text.AppendLine(parts.System);
    text.AppendLine();
    var tools = new List<LlmTool>(parts.Tools);
    tools.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
    foreach (LlmTool tool in tools)
    {
        text.Append("## ").AppendLine(tool.Name);
        text.AppendLine(tool.Description);
        text.AppendLine(tool.ParametersJson);
    }

    foreach (LlmExample example in parts.Examples)
    {
        text.Append("Q: ").AppendLine(example.User);
        text.Append("A: ").AppendLine(example.Assistant);
    }

    for (int i = 0; i < parts.Documents.Count; i++)
        text.Append("Document ").Append(i).AppendLine(":").AppendLine(parts.Documents[i]);

    var messages = new List<ChatMessage>();
    messages.Add(new ChatMessage(ChatRole.System, text.ToString()));
    foreach (ChatMessage message in parts.History)
        messages.Add(message);
    messages.Add(new ChatMessage(ChatRole.System, "The time is " + parts.Now.ToString("R", CultureInfo.InvariantCulture)));
    messages.Add(new ChatMessage(ChatRole.User, parts.Question));
    return messages;
}
