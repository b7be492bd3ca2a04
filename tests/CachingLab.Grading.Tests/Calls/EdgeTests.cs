using System.Buffers.Binary;
using CachingLab.Worker.Calls;

namespace CachingLab.Grading.Tests.Calls;

/// <summary>A child that does not keep to the protocol: what the parent reads from it never becomes a result, and never hangs.</summary>
public sealed class EdgeTests : IDisposable
{
    private const int MaxBytes = 1024 * 1024;
    private readonly Conversation both = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => both.Dispose();

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(MaxBytes + 1)]
    [InlineData(int.MaxValue)]
    public async Task A_length_that_cannot_be_ends_it_before_anything_is_read(int length)
    {
        var header = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(header, length);
        await SayAsync(header);
        Assert.IsType<MessageTooLargeException>(await both.Listening.WaitAsync(Token));
    }

    [Fact]
    public async Task All_frames_together_are_bounded()
    {
        byte[] frame = Frame(FrameKind.Result, 77, w => w.Bytes(new byte[MaxBytes - 100]));
        Task saying = Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++)
                await SayAsync(frame);
        }, Token);
        Assert.IsType<MessageTooLargeException>(await both.Listening.WaitAsync(Token));
        _ = saying.ContinueWith(t => t.Exception, TaskScheduler.Default);
    }

    [Fact]
    public async Task A_stream_that_ends_in_the_middle_is_an_end()
    {
        await SayAsync(Frame(FrameKind.Result, 1, w => w.Text("hello"))[..^3]);
        both.EndChild();
        Assert.Null(await both.Listening.WaitAsync(Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task A_kind_that_is_none_ends_it(int kind)
    {
        await SayAsync(Frame((FrameKind)kind, 1, _ => { }));
        Assert.IsType<InvalidDataException>(await both.Listening.WaitAsync(Token));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(7, 0)]
    [InlineData(int.MinValue, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 1_000)]
    public async Task A_call_of_an_object_or_method_that_was_not_handed_over_ends_it(int target, int method)
    {
        both.Parent.Export(new Echo(), typeof(IEcho));
        await SayAsync(Frame(FrameKind.Call, 1, w =>
        {
            w.Number(target);
            w.Number(method);
        }));
        Assert.IsType<InvalidDataException>(await both.Listening.WaitAsync(Token));
    }

    [Fact]
    public async Task A_reply_that_is_forged_early_or_repeated_is_dropped()
    {
        foreach (int id in (int[])[0, -1, int.MaxValue, 2, 3])
            await SayAsync(Frame(FrameKind.Result, id, w => w.TextOrNull("forged")));
        Assert.Equal("one", await Task.Run(() => both.Echo.Text("one"), Token));
        await SayAsync(Frame(FrameKind.Result, 1, w => w.TextOrNull("forged")));
        Assert.Equal("two", await Task.Run(() => both.Echo.Text("two"), Token));
    }

    [Fact]
    public async Task A_reply_of_another_type_ends_it_and_the_call()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string> call = both.Echo.AskAsync(new Never(begun), new LlmRequest("m", "s", "u"), Token);
        await begun.Task.WaitAsync(Token);
        await SayAsync(Frame(FrameKind.Result, 1, w => w.Number(5)));
        await Assert.ThrowsAsync<PeerClosedException>(() => call);
        Assert.IsType<InvalidDataException>(await both.Listening.WaitAsync(Token));
    }

    public static TheoryData<WireError?> BrokenErrors() =>
        [new WireError([], "m"), new WireError(null!, "m"), new WireError([null!], "m"), new WireError(["System.Exception"], null!), (WireError?)null];

    [Theory]
    [MemberData(nameof(BrokenErrors))]
    public async Task An_exception_without_a_type_or_a_message_ends_it(WireError? error)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string> call = both.Echo.AskAsync(new Never(begun), new LlmRequest("m", "s", "u"), Token);
        await begun.Task.WaitAsync(Token);
        await SayAsync(Frame(FrameKind.Thrown, 1, w =>
        {
            w.Flag(true);
            Shape.Of(typeof(WireError)).Write(w, error, both.Child.Objects);
        }));
        await Assert.ThrowsAsync<PeerClosedException>(() => call);
        Assert.IsType<InvalidDataException>(await both.Listening.WaitAsync(Token));
    }

    [Fact]
    public async Task A_flood_of_calls_waits_its_turn_and_none_is_lost()
    {
        var gate = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        int number = both.Parent.Export(new Gate(gate.Task), typeof(ILlmClient)), inside = 0;
        both.Parent.Called = _ => Interlocked.Increment(ref inside);
        ILlmClient model = both.Child.Remote<ILlmClient>(number);
        Task<string>[] calls =
        [
            .. Enumerable.Range(0, 300).Select(_ => Task.Factory.StartNew(
                () => model.CompleteAsync(new LlmRequest("m", "s", "u"), Token), Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()),
        ];
        gate.SetResult("open");
        Assert.All(await Task.WhenAll(calls), a => Assert.Equal("open", a));
        Assert.Equal(300, inside);
    }

    private static byte[] Frame(FrameKind kind, int id, Action<WireWriter> write)
    {
        var to = new WireWriter();
        to.Byte((byte)kind);
        to.Number(id);
        write(to);
        return to.ToFrame();
    }

    private async Task SayAsync(byte[] bytes)
    {
        await both.ChildsVoice.WriteAsync(bytes, Token);
        await both.ChildsVoice.FlushAsync(Token);
    }

    private sealed class Never(TaskCompletionSource begun) : ILlmClient
    {
        public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
        {
            begun.TrySetResult();
            return new TaskCompletionSource<string>().Task;
        }
    }

    private sealed class Gate(Task<string> open) : ILlmClient
    {
        public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default) => open;
    }
}
