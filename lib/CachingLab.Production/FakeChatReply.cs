using Microsoft.Extensions.AI;

namespace CachingLab.Production;

/// <summary>What a <see cref="FakeChatClient"/> does on one call, in place of answering in capitals.</summary>
public sealed record FakeChatReply
{
    private FakeChatReply(IReadOnlyList<AIContent> contents) => Contents = contents;

    /// <summary>The contents of the answer, in order.</summary>
    public IReadOnlyList<AIContent> Contents { get; }

    public ChatFinishReason? Finish { get; private init; } = ChatFinishReason.Stop;

    /// <summary>The tokens that the provider counts.</summary>
    public UsageDetails Usage { get; private init; } = Tokens(100, 10);

    /// <summary>How long the model takes before it answers, throws or streams.</summary>
    public TimeSpan Delay { get; private init; }

    public Exception? Failure { get; private init; }

    /// <summary>How many updates of a stream arrive before it throws <see cref="Failure"/>.</summary>
    public int UpdatesBeforeFailure { get; private init; }

    public static FakeChatReply Text(string text) => new([new TextContent(text)]);

    public static FakeChatReply Of(params AIContent[] contents) => new(contents);

    /// <summary>Asks for a call of a tool.</summary>
    public static FakeChatReply ToolCall(string name, IDictionary<string, object?>? arguments = null) =>
        new([new FunctionCallContent("call-1", name, arguments)]) { Finish = ChatFinishReason.ToolCalls };

    /// <summary>Throws <paramref name="exception"/>, the same instance.</summary>
    public static FakeChatReply Throws(Exception exception) => new([]) { Failure = exception };

    /// <summary>The same reply, with another finish reason; null for none.</summary>
    public FakeChatReply Because(ChatFinishReason? finish) => this with { Finish = finish };

    /// <summary>The same reply, with other counts of tokens.</summary>
    public FakeChatReply Counting(long input, long output) => this with { Usage = Tokens(input, output) };

    /// <summary>The same reply, <paramref name="delay"/> after the call, by the client's clock.</summary>
    public FakeChatReply After(TimeSpan delay) => this with { Delay = delay };

    /// <summary>The same reply. As a stream it breaks after that many updates; as a whole it fails at once.</summary>
    public FakeChatReply BreakingAfter(int updates, Exception exception) => this with { UpdatesBeforeFailure = updates, Failure = exception };

    private static UsageDetails Tokens(long input, long output) => new() { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
}
