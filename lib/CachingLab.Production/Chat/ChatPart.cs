using Microsoft.Extensions.AI;

namespace CachingLab.Production.Chat;

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
