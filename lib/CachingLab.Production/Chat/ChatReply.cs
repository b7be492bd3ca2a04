using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Chat;

/// <summary>What a model answers, whole or as one update of a stream, in a form that can cross between processes.</summary>
/// <param name="Finish">The finish reason, as in <see cref="ChatFinishReason"/>; null when there is none, as in all updates but the last.</param>
public sealed record ChatReply(IReadOnlyList<ChatPart> Parts, string? Finish = "stop")
{
    /// <summary>The response's id, or null.</summary>
    public string? Id { get; init; }

    /// <summary>The input tokens, or null when the provider counts none.</summary>
    public long? InputTokens { get; init; }

    /// <summary>The output tokens, or null when the provider counts none.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>The names and values of the additional properties that are null, texts, numbers, true or false.</summary>
    public IReadOnlyList<AskProperty> Additional { get; init; } = [];

    public string Text => string.Concat(Parts.Where(p => p.Kind is ChatPartKind.Text).Select(p => p.Text));

    public static ChatReply Of(string text, string? finish = "stop") => new([new ChatPart(ChatPartKind.Text, text)], finish);

    public static ChatReply Of(ChatResponse response) => new([.. response.Messages.SelectMany(m => m.Contents).Select(ChatPart.Of)], response.FinishReason?.Value)
    {
        Id = response.ResponseId,
        InputTokens = response.Usage?.InputTokenCount,
        OutputTokens = response.Usage?.OutputTokenCount,
        Additional = Properties(response.AdditionalProperties),
    };

    public static ChatReply Of(ChatResponseUpdate update) => new([.. update.Contents.Where(c => c is not UsageContent).Select(ChatPart.Of)], update.FinishReason?.Value)
    {
        Id = update.ResponseId,
        Additional = Properties(update.AdditionalProperties),
    };

    /// <summary>The response for <c>Microsoft.Extensions.AI</c>, made anew by each call.</summary>
    public ChatResponse ToResponse() => new(new ChatMessage(ChatRole.Assistant, [.. Parts.Select(p => p.ToContent())]))
    {
        FinishReason = Reason,
        ResponseId = Id,
        Usage = InputTokens is null && OutputTokens is null ? null : new UsageDetails
        {
            InputTokenCount = InputTokens,
            OutputTokenCount = OutputTokens,
            TotalTokenCount = (InputTokens ?? 0) + (OutputTokens ?? 0),
        },
    };

    /// <summary>The update of a stream for <c>Microsoft.Extensions.AI</c>, made anew by each call.</summary>
    public ChatResponseUpdate ToUpdate() => new(ChatRole.Assistant, [.. Parts.Select(p => p.ToContent())]) { FinishReason = Reason, ResponseId = Id };

    private ChatFinishReason? Reason => Finish is null ? null : new ChatFinishReason(Finish);

    private static List<AskProperty> Properties(AdditionalPropertiesDictionary? all) =>
        [.. (all ?? []).Where(p => p.Value is null or string or bool or int or long or double).Select(p => new AskProperty(p.Key, JsonSerializer.Serialize(p.Value)))];
}

/// <summary>One content of a message or of a response, in a form that can cross between processes.</summary>
/// <param name="Text">The text; the name of the tool that is called; the message of the error; what the model thought.</param>
public sealed record ChatPart(ChatPartKind Kind, string Text)
{
    /// <summary>The content for <c>Microsoft.Extensions.AI</c>.</summary>
    public AIContent ToContent() => Kind switch
    {
        ChatPartKind.ToolCall => new FunctionCallContent("call-1", Text),
        ChatPartKind.Error => new ErrorContent(Text),
        ChatPartKind.Reasoning => new TextReasoningContent(Text),
        _ => new TextContent(Text),
    };

    /// <summary>The part that stands for a content. Of what is of none of the kinds, only the text is kept.</summary>
    public static ChatPart Of(AIContent content) => content switch
    {
        FunctionCallContent call => new(ChatPartKind.ToolCall, call.Name),
        ErrorContent error => new(ChatPartKind.Error, error.Message),
        TextContent text => new(ChatPartKind.Text, text.Text),
        TextReasoningContent reasoning => new(ChatPartKind.Reasoning, reasoning.Text),
        _ => new(ChatPartKind.Text, content.ToString() ?? ""),
    };
}

/// <summary>The kinds of contents that the exercises tell apart.</summary>
public enum ChatPartKind
{
    Text,
    ToolCall,
    Error,
    Reasoning,
}
