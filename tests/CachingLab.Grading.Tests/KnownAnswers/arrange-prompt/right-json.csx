// answer: right
// style: tools and examples as JSON, laid out anew; an array; the time after the question
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using CachingLab;
using CachingLab.Production;
using Microsoft.Extensions.AI;

IList<ChatMessage> ArrangePrompt(PromptParts parts)
{
    var indented = new JsonSerializerOptions { WriteIndented = true };
    var sorted = parts.Tools.ToDictionary(t => t.Name, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => new { t.Value.Name, t.Value.Description, Parameters = JsonNode.Parse(t.Value.ParametersJson) });
    string tools = JsonSerializer.Serialize(sorted, indented);
    string examples = JsonSerializer.Serialize(parts.Examples);
    ChatMessage[] before = { new(ChatRole.System, parts.System), new(ChatRole.System, tools), new(ChatRole.System, examples), new(ChatRole.User, JsonSerializer.Serialize(parts.Documents)) };
    ChatMessage[] after = { new(ChatRole.User, parts.Question), new(ChatRole.System, "Asked at " + parts.Now.ToString("O")) };
    return before.Concat(parts.History).Concat(after).ToArray();
}
