using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CachingLab;

/// <summary>What a <see cref="FakeLlm"/> does on one call, in place of answering in capitals.</summary>
public sealed class FakeReply
{
    private readonly Func<string> answer;

    private FakeReply(Func<string> answer) => this.answer = answer;

    /// <summary>An empty answer, which is a valid one.</summary>
    public static FakeReply Empty => Text("");

    /// <summary>The connection is refused: an <see cref="HttpRequestException"/>.</summary>
    public static FakeReply Network => new(
        () => throw new HttpRequestException(
            HttpRequestError.ConnectionError,
            "Connection refused (llm.example:443)",
            new SocketException((int)SocketError.ConnectionRefused)));

    /// <summary>HTML arrives in place of JSON: a <see cref="JsonException"/>.</summary>
    public static FakeReply Parsing => new(
        () => throw new JsonException("'<' is an invalid start of a value. Path: $ | LineNumber: 0 | BytePositionInLine: 0.", "$", 0, 0));

    /// <summary>The answer is well-formed but breaks a rule: an <see cref="LlmValidationException"/>.</summary>
    public static FakeReply Validation => new(() => throw new LlmValidationException("The answer lacks the required field 'summary'."));

    /// <summary>How long this reply takes, or null for the model's usual delay.</summary>
    public TimeSpan? Delay { get; private init; }

    /// <summary>How this reply reaches the caller.</summary>
    public ReplyForm Form { get; private init; }

    /// <summary>Answers <paramref name="text"/>.</summary>
    public static FakeReply Text(string text) => new(() => text);

    /// <summary>Throws <paramref name="exception"/>, the same instance.</summary>
    public static FakeReply Throws(Exception exception) => new(() => Throw(exception));

    /// <summary>The same reply, <paramref name="delay"/> after the call.</summary>
    public FakeReply After(TimeSpan delay) => new(answer) { Delay = delay, Form = Form };

    /// <summary>The same reply in that <paramref name="form"/>.</summary>
    public FakeReply As(ReplyForm form) => new(answer) { Delay = Delay, Form = form };

    internal Task<string> GiveAsync() => Form switch
    {
        ReplyForm.BeforeATask => Task.FromResult(answer()),
        ReplyForm.Cancelled => Task.FromCanceled<string>(new CancellationToken(canceled: true)),
        _ => InATaskAsync(),
    };

    private async Task<string> InATaskAsync()
    {
        if (Form is ReplyForm.AfterAYield)
            await Task.Yield();
        return answer();
    }

    /// <summary>Throws the exception. Its stack trace begins with this method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static string Throw(Exception exception) => throw exception;
}

/// <summary>How a <see cref="FakeReply"/> reaches the caller of the model.</summary>
public enum ReplyForm
{
    /// <summary>In a task: without a delay it has completed, or failed, when it is returned.</summary>
    InATask,

    /// <summary>In a task that completes, or fails, after it is returned.</summary>
    AfterAYield,

    /// <summary>Without an awaitable task: the method itself throws. A delay blocks the caller.</summary>
    BeforeATask,

    /// <summary>In a task that was cancelled: whoever awaits it gets a <see cref="TaskCanceledException"/>.</summary>
    Cancelled,
}
