using CachingLab.Exams;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.MayKeep;

/// <summary>A response to decide about, in a form that can cross between processes.</summary>
/// <param name="Messages">The contents of each message.</param>
/// <param name="Finish">The finish reason, or null.</param>
public sealed record KeptResponse(IReadOnlyList<IReadOnlyList<ChatPart>> Messages, string? Finish = "stop")
{
    /// <summary>A response with one message.</summary>
    public static KeptResponse Of(params IReadOnlyList<ChatPart> parts) => new([parts]);

    /// <summary>A response with one text.</summary>
    public static KeptResponse Of(string text) => Of(new ChatPart(ChatPartKind.Text, text));

    /// <summary>The response for <c>Microsoft.Extensions.AI</c>, made anew by each call.</summary>
    public ChatResponse ToResponse() => new([.. Messages.Select(m => new ChatMessage(ChatRole.Assistant, [.. m.Select(p => p.ToContent())]))])
    {
        FinishReason = Finish is null ? null : new ChatFinishReason(Finish),
    };

    /// <summary>C# that makes the response.</summary>
    public string Code()
    {
        string[] messages = [.. Messages.Select(m => $"new ChatMessage(ChatRole.Assistant, {Contents(m)})")];
        string all = messages is [var only] ? only : $"[{string.Join(", ", messages)}]";
        return $"new ChatResponse({all}) {{ FinishReason = {Reason} }}";
    }

    private string Reason => Finish switch
    {
        null => "null",
        "stop" => "ChatFinishReason.Stop",
        "length" => "ChatFinishReason.Length",
        "content_filter" => "ChatFinishReason.ContentFilter",
        "tool_calls" => "ChatFinishReason.ToolCalls",
        _ => $"new ChatFinishReason({CodeText.Literal(Finish)})",
    };

    private static string Contents(IReadOnlyList<ChatPart> parts) => parts is [{ Kind: ChatPartKind.Text, Text: var text }]
        ? RequestText.Text(text)
        : $"new List<AIContent> {{ {string.Join(", ", parts.Select(Content))} }}";

    private static string Content(ChatPart part) => part.Kind switch
    {
        ChatPartKind.ToolCall => $"new FunctionCallContent(\"call-1\", {RequestText.Text(part.Text)})",
        ChatPartKind.Error => $"new ErrorContent({RequestText.Text(part.Text)})",
        ChatPartKind.Reasoning => $"new TextReasoningContent({RequestText.Text(part.Text)})",
        _ => $"new TextContent({RequestText.Text(part.Text)})",
    };
}
