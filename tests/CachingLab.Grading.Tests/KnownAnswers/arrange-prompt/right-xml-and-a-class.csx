// answer: right
// style: a class that collects messages, XML for what is fixed, the conversation as one text of the user
using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using CachingLab;
using CachingLab.Production;
using Microsoft.Extensions.AI;

class Prompt
{
    private readonly List<ChatMessage> messages = new();

    public Prompt Say(ChatRole role, string text)
    {
        if (text.Length > 0)
            messages.Add(new ChatMessage(role, text));
        return this;
    }

    public IList<ChatMessage> Done() => messages;

    public static string Xml(string name, IEnumerable<string> texts) =>
        string.Concat(texts.Select(t => "<" + name + ">" + SecurityElement.Escape(t) + "</" + name + ">\n"));
}

IList<ChatMessage> ArrangePrompt(PromptParts parts)
{
    IEnumerable<string> tools = from tool in parts.Tools
                                orderby tool.Name.Length, string.Concat(tool.Name.Select(c => ((int)c).ToString("x4")))
                                select tool.Name + "\n" + tool.Description + "\n" + tool.ParametersJson;
    return new Prompt()
        .Say(ChatRole.System, parts.System)
        .Say(ChatRole.System, Prompt.Xml("tool", tools))
        .Say(ChatRole.System, Prompt.Xml("example", parts.Examples.Select(e => e.User + " -> " + e.Assistant)))
        .Say(ChatRole.System, Prompt.Xml("document", parts.Documents))
        .Say(ChatRole.User, string.Join("\n", parts.History.Select(m => m.Role + ": " + m.Text)))
        .Say(ChatRole.User, parts.Now.ToUnixTimeSeconds() + " " + parts.Question)
        .Done();
}
