using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Tests;

public sealed class FakeLlmTests
{
    private static readonly LlmRequest Request = new("demo", "sys", "straße", 0.7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scripted_failure_is_counted_and_the_next_call_answers_in_capitals()
    {
        FakeLlm llm = new FakeLlm(TimeSpan.Zero).Next(FakeReply.Network, FakeReply.Parsing, FakeReply.Validation);
        HttpRequestException network = await Assert.ThrowsAsync<HttpRequestException>(() => llm.CompleteAsync(Request, Stop));
        Assert.Equal(HttpRequestError.ConnectionError, network.HttpRequestError);
        await Assert.ThrowsAsync<JsonException>(() => llm.CompleteAsync(Request, Stop));
        await Assert.ThrowsAsync<LlmValidationException>(() => llm.CompleteAsync(Request, Stop));
        Assert.Equal("STRAßE", await llm.CompleteAsync(Request, Stop));
        Assert.Equal(4, llm.Calls);
        Assert.All(llm.Requests, r => Assert.Same(Request, r));
    }

    [Fact]
    public async Task A_given_exception_comes_back_as_that_very_instance()
    {
        var mine = new IOException("disk");
        FakeLlm llm = new FakeLlm(TimeSpan.Zero).Next(FakeReply.Throws(mine));
        Assert.Same(mine, await Assert.ThrowsAsync<IOException>(() => llm.CompleteAsync(Request, Stop)));
    }

    [Fact]
    public async Task Replies_come_in_order_and_the_empty_one_is_an_answer()
    {
        FakeLlm llm = new FakeLlm(TimeSpan.Zero).Next(FakeReply.Text("a"), FakeReply.Empty).Next(FakeReply.Text("b"));
        Assert.Equal("a", await llm.CompleteAsync(Request, Stop));
        Assert.Equal("", await llm.CompleteAsync(Request, Stop));
        Assert.Equal("b", await llm.CompleteAsync(Request, Stop));
    }

    [Fact]
    public async Task The_delay_passes_on_the_given_clock()
    {
        var time = new FakeTimeProvider();
        Task<string> usual = new FakeLlm(time: time).CompleteAsync(Request, Stop);
        Task<string> slow = new FakeLlm(time: time).Next(FakeReply.Text("late").After(TimeSpan.FromHours(1))).CompleteAsync(Request, Stop);
        time.Advance(TimeSpan.FromMilliseconds(49));
        Assert.False(usual.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await usual.WaitAsync(Stop);
        Assert.False(slow.IsCompleted);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("late", await slow.WaitAsync(Stop));
    }

    [Fact]
    public async Task A_cancelled_call_stops_waiting_and_counts()
    {
        using var ending = new CancellationTokenSource();
        var llm = new FakeLlm(TimeSpan.FromHours(1));
        Task<string> call = llm.CompleteAsync(Request, ending.Token);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, llm.Calls);
    }

    [Fact]
    public async Task Parallel_calls_are_all_counted()
    {
        var llm = new FakeLlm(TimeSpan.Zero);
        await Parallel.ForAsync(0, 2000, Stop, async (_, stop) => await llm.CompleteAsync(Request, stop));
        Assert.Equal(2000, llm.Calls);
    }
}
