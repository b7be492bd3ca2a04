using CachingLab.Exams;
using CachingLab.Worker.Calls;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Grading.Tests.Calls;

/// <summary>What a call is like across a pipe.</summary>
public sealed class CallTests : IDisposable
{
    private static readonly LlmRequest Request = new("m", "s", "u");
    private readonly Conversation both = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => both.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a\ud800b\udc00 \0 \u6f22")]
    public async Task A_method_that_returns_a_value_returns_it(string? text) =>
        Assert.Equal(text, await Task.Run(() => both.Echo.Text(text), Token));

    [Fact]
    public async Task What_a_method_throws_is_the_works_exception_with_its_types_and_message()
    {
        AnswerException thrown = await Assert.ThrowsAsync<AnswerException>(both.Echo.DoneAsync);
        Assert.Equal(("System.InvalidOperationException", "not done"), (thrown.TypeNames[0], thrown.Message));
        Assert.Null(thrown.Original);
    }

    [Fact]
    public async Task The_exams_own_exception_comes_back_as_the_very_same_one()
    {
        var mine = new HttpRequestException("mine");
        AnswerException thrown = await Assert.ThrowsAsync<AnswerException>(() => both.Echo.AskAsync(new Model(_ => Task.FromException<string>(mine)), Request, Token));
        Assert.Same(mine, thrown.Original);
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("failed task")]
    [InlineData("fails later")]
    public async Task A_call_back_throws_where_its_method_throws(string how)
    {
        var mine = new HttpRequestException("mine");
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int number = both.Parent.Export(
            new Model(async _ =>
            {
                await looked.Task;
                throw mine;
            }),
            typeof(ILlmClient));
        if (how != "fails later")
            number = both.Parent.Export(new Model(_ => how == "throws" ? throw mine : Task.FromException<string>(mine)), typeof(ILlmClient));
        string seen = await Task.Run(() => Seen(both.Child.Remote<ILlmClient>(number), looked), Token);
        Assert.Equal(how, seen);
    }

    [Fact]
    public async Task Calls_overlap_and_end_in_any_order()
    {
        var answers = Enumerable.Range(0, 40).Select(_ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        using var asked = new CountdownEvent(answers.Length);
        Task<string>[] calls = [.. answers.Select(a => both.Echo.AskAsync(new Model(_ => { asked.Signal(); return a.Task; }), Request, Token))];
        await Task.Run(() => asked.Wait(Token), Token);
        for (int i = answers.Length - 1; i >= 0; i--)
            answers[i].SetResult($"{i}");
        Assert.Equal(Enumerable.Range(0, answers.Length).Select(i => $"{i}"), await Task.WhenAll(calls));
    }

    [Fact]
    public async Task Cancellation_crosses_both_pipes()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var model = new Model(async token =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });
        AnswerException thrown = await Assert.ThrowsAsync<AnswerException>(() => both.Echo.AskAsync(model, Request, cancel.Token));
        Assert.True(thrown.Is<OperationCanceledException>());
    }

    [Fact]
    public async Task A_stream_comes_item_by_item_and_stops_when_its_reader_does()
    {
        var observer = new Observer();
        var items = new List<int>();
        await foreach (int item in both.Echo.CountAsync(5, observer, Token))
        {
            items.Add(item);
            if (items.Count == 3)
                break;
        }

        Assert.Equal([5, 6, 7], items);
        Assert.Equal([5, 6, 7], observer.Seen);
    }

    [Fact]
    public async Task A_stand_in_that_comes_home_is_the_object_itself()
    {
        var mine = new Echo();
        Assert.Same(mine, await both.Echo.SelfAsync(mine));
        Assert.Same(both.Echo, await both.Echo.SelfAsync(both.Echo));
    }

    [Fact]
    public async Task A_clock_and_its_timers_are_the_exams()
    {
        var time = new FakeTimeProvider();
        Task<int> waiting = both.Echo.WaitAsync(new Watched(time, out Task begun), TimeSpan.FromSeconds(30));
        await begun.WaitAsync(Token);
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(30, await waiting);
    }

    [Fact]
    public async Task Notices_to_the_parent_keep_their_order()
    {
        var mine = new Echo();
        await both.Echo.SelfAsync(mine);
        IEcho standIn = both.Child.Remote<IEcho>();
        for (int i = 0; i < 200; i++)
            standIn.Note($"{i}");
        standIn.Note("end");
        await mine.Ended.Task.WaitAsync(Token);
        Assert.Equal([.. Enumerable.Range(0, 200).Select(i => $"{i}"), "end"], mine.Notes);
    }

    [Fact]
    public async Task Who_waits_when_the_other_side_goes_is_told_and_so_is_who_asks_later()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string> call = both.Echo.AskAsync(new Model(_ => { begun.SetResult(); return new TaskCompletionSource<string>().Task; }), Request, Token);
        await begun.Task.WaitAsync(Token);
        both.EndChild();
        await Assert.ThrowsAsync<PeerClosedException>(() => call);
        await Assert.ThrowsAsync<PeerClosedException>(both.Echo.DoneAsync);
    }

    [Fact]
    public async Task Every_call_of_the_child_is_counted()
    {
        int calls = 0, notices = 0;
        both.Parent.Called = notice => _ = notice ? Interlocked.Increment(ref notices) : Interlocked.Increment(ref calls);
        await both.Echo.AskAsync(new Model(_ => Task.FromResult("")), Request, Token);
        await foreach (int _ in both.Echo.CountAsync(0, new Observer(), Token))
            break;
        Assert.Equal((1, 1), (calls, notices));
    }

    private static string Seen(ILlmClient model, TaskCompletionSource looked)
    {
        try
        {
            Task<string> task = model.CompleteAsync(Request, Token);
            if (task.IsFaulted)
                return "failed task";
            looked.SetResult();
            return Assert.Throws<HttpRequestException>(() => task.GetAwaiter().GetResult()).Message == "mine" ? "fails later" : "";
        }
        catch (HttpRequestException)
        {
            return "throws";
        }
    }

    private sealed class Model(Func<CancellationToken, Task<string>> answer) : ILlmClient
    {
        public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default) => answer(cancellationToken);
    }

    private sealed class Observer : IObserverOfCount
    {
        public List<int> Seen { get; } = [];

        public void At(int number) => Seen.Add(number);
    }

    /// <summary>Tells when a timer was asked for.</summary>
    private sealed class Watched : TimeProvider
    {
        private readonly TimeProvider inner;
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Watched(TimeProvider inner, out Task begun) => (this.inner, begun) = (inner, asked.Task);

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = inner.CreateTimer(callback, state, dueTime, period);
            asked.TrySetResult();
            return timer;
        }
    }
}
