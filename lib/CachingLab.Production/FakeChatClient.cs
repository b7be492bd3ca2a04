using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CachingLab.Production;

/// <summary>A chat client without a network: it answers the last message in capitals, or with the replies that <see cref="Next"/> was given.</summary>
/// <param name="time">The clock of the delays; the system's by default.</param>
public sealed class FakeChatClient(TimeProvider? time = null) : IChatClient
{
    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private readonly List<FakeChatCall> made = [];
    private readonly Queue<FakeChatReply> replies = [];

    /// <summary>How many calls were made, failed ones included.</summary>
    public int Calls => Made.Count;

    /// <summary>A copy of what was asked so far, in order.</summary>
    public IReadOnlyList<FakeChatCall> Made
    {
        get
        {
            lock (gate)
                return [.. made];
        }
    }

    /// <summary>Sets the replies to the next calls, one for each. After the last one the client answers in capitals again.</summary>
    /// <returns>This client.</returns>
    public FakeChatClient Next(params FakeChatReply[] replies)
    {
        lock (gate)
        {
            foreach (FakeChatReply reply in replies)
                this.replies.Enqueue(reply);
        }

        return this;
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        (FakeChatReply reply, int number) = Take(messages, options);
        await WaitAsync(reply, cancellationToken);
        if (reply.Failure is not null)
            throw reply.Failure;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. reply.Contents]))
        {
            ResponseId = $"fake-{number}",
            ModelId = options?.ModelId,
            FinishReason = reply.Finish,
            Usage = reply.Usage,
        };
    }

    /// <summary>Answers word by word. The last update has the finish reason and the tokens.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        (FakeChatReply reply, int number) = Take(messages, options);
        await WaitAsync(reply, cancellationToken);
        IEnumerable<AIContent[]> pieces = reply.Contents.SelectMany(Pieces).Select(p => (AIContent[])[p]);
        foreach ((int i, AIContent[] contents) in pieces.Append([new UsageContent(reply.Usage)]).Index())
        {
            if (reply.Failure is not null && i >= reply.UpdatesBeforeFailure)
                throw reply.Failure;
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, contents)
            {
                ResponseId = $"fake-{number}",
                ModelId = options?.ModelId,
                FinishReason = contents is [UsageContent] ? reply.Finish : null,
            };
        }

        if (reply.Failure is not null)
            throw reply.Failure;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held open.
    }

    private (FakeChatReply Reply, int Number) Take(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ChatMessage[] asked = [.. messages];
        lock (gate)
        {
            made.Add(new FakeChatCall(asked, options?.Clone(), clock.GetUtcNow()));
            return (replies.TryDequeue(out FakeChatReply? reply) ? reply : FakeChatReply.Text(asked.LastOrDefault()?.Text.ToUpperInvariant() ?? ""), made.Count);
        }
    }

    private async Task WaitAsync(FakeChatReply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (reply.Delay > TimeSpan.Zero)
            await Task.Delay(reply.Delay, clock, cancellationToken);
    }

    private static IEnumerable<AIContent> Pieces(AIContent content)
    {
        if (content is not TextContent { Text: var text })
            return [content];
        var words = new List<AIContent>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOf(' ', start) is >= 0 and var space ? space + 1 : text.Length;
            words.Add(new TextContent(text[start..end]));
        }

        return words;
    }
}

/// <summary>A call that a <see cref="FakeChatClient"/> was given.</summary>
/// <param name="Options">A copy of the options, or null.</param>
/// <param name="At">When it was made, by the client's clock.</param>
public sealed record FakeChatCall(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, DateTimeOffset At);

/// <summary>What a <see cref="FakeChatClient"/> does on one call, in place of answering in capitals.</summary>
public sealed record FakeChatReply
{
    private FakeChatReply(IReadOnlyList<AIContent> contents) => Contents = contents;

    /// <summary>The contents of the answer, in order.</summary>
    public IReadOnlyList<AIContent> Contents { get; }

    public ChatFinishReason? Finish { get; private init; } = ChatFinishReason.Stop;

    /// <summary>The tokens that the provider counts.</summary>
    public UsageDetails Usage { get; } = new() { InputTokenCount = 100, OutputTokenCount = 10, TotalTokenCount = 110 };

    /// <summary>How long the model takes before it answers, throws or streams.</summary>
    public TimeSpan Delay { get; private init; }

    public Exception? Failure { get; private init; }

    /// <summary>How many updates of a stream arrive before it throws <see cref="Failure"/>.</summary>
    public int UpdatesBeforeFailure { get; private init; }

    public static FakeChatReply Text(string text) => new([new TextContent(text)]);

    public static FakeChatReply Of(params AIContent[] contents) => new(contents);

    /// <summary>Asks for a call of a tool.</summary>
    public static FakeChatReply ToolCall(string name) => new([new FunctionCallContent("call-1", name)]) { Finish = ChatFinishReason.ToolCalls };

    /// <summary>Throws <paramref name="exception"/>, the same instance.</summary>
    public static FakeChatReply Throws(Exception exception) => new([]) { Failure = exception };

    /// <summary>The same reply, with another finish reason; null for none.</summary>
    public FakeChatReply Because(ChatFinishReason? finish) => this with { Finish = finish };

    /// <summary>The same reply, <paramref name="delay"/> after the call, by the client's clock.</summary>
    public FakeChatReply After(TimeSpan delay) => this with { Delay = delay };

    /// <summary>The same reply. As a stream it breaks after that many updates; as a whole it fails at once.</summary>
    public FakeChatReply BreakingAfter(int updates, Exception exception) => this with { UpdatesBeforeFailure = updates, Failure = exception };
}
