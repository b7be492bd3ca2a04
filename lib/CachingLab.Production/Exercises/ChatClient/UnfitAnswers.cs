using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>Answers that must not be kept.</summary>
internal static class UnfitAnswers
{
    /// <summary>What each one is, after "an answer that".</summary>
    public static IReadOnlyList<(string Words, ScriptedAnswer Answer)> All { get; } =
    [
        ("was cut off", Ended("Because the", ChatFinishReason.Length, "ChatFinishReason.Length")),
        ("was filtered", Ended("I may not", ChatFinishReason.ContentFilter, "ChatFinishReason.ContentFilter")),
        ("ends in tool_calls", Ended("Let me look.", ChatFinishReason.ToolCalls, "ChatFinishReason.ToolCalls")),
        ("has no finish reason", Ended("Perhaps", null, "null")),
        ("is a tool call", new(FakeChatReply.ToolCall("search"), "FakeChatReply.ToolCall(\"search\")")),
        ("holds a tool call besides its text", new(
            FakeChatReply.Of(new TextContent("Let me look."), new FunctionCallContent("call-1", "search")),
            "FakeChatReply.Of(new TextContent(\"Let me look.\"), new FunctionCallContent(\"call-1\", \"search\"))")),
        ("holds an error besides its text", new(
            FakeChatReply.Of(new TextContent("Half of"), new ErrorContent("overloaded")),
            "FakeChatReply.Of(new TextContent(\"Half of\"), new ErrorContent(\"overloaded\"))")),
        ("is empty", ScriptedAnswer.Text("")),
        ("is blank", ScriptedAnswer.Text(" \n\t")),
    ];

    private static ScriptedAnswer Ended(string text, ChatFinishReason? reason, string code) =>
        new(FakeChatReply.Text(text).Because(reason), $"FakeChatReply.Text(\"{text}\").Because({code})");
}
