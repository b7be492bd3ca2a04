using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Polly;
using Polly.Retry;

namespace CachingLab.Production.Tests.BuiltIn;

/// <summary>What notebook 07 says of Polly.</summary>
public sealed class PollyTests
{
    private readonly FakeTimeProvider time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void It_tries_three_times_more_after_two_seconds_each_by_default()
    {
        var options = new RetryStrategyOptions();
        Assert.Equal(3, options.MaxRetryAttempts);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Delay);
        Assert.Equal(DelayBackoffType.Constant, options.BackoffType);
        Assert.False(options.UseJitter);
        Assert.Null(options.DelayGenerator);
    }

    [Fact]
    public async Task By_default_it_tries_whatever_was_thrown_again_but_a_cancellation()
    {
        Assert.Equal(4, await CallsAsync(() => new JsonException("no JSON")));
        Assert.Equal(4, await CallsAsync(() => new HttpRequestException("no key", null, System.Net.HttpStatusCode.Unauthorized)));
        Assert.Equal(1, await CallsAsync(() => new OperationCanceledException("gone")));
    }

    [Fact]
    public async Task What_it_throws_is_the_last_exception_itself()
    {
        var thrown = new List<Exception>();
        ResiliencePipeline pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { Delay = TimeSpan.Zero }).Build();
        Exception last = await Assert.ThrowsAsync<IOException>(async () => await pipeline.ExecuteAsync(_ => Fail(), Token));
        Assert.Same(thrown[^1], last);
        Assert.Equal(4, thrown.Count);

        ValueTask Fail()
        {
            thrown.Add(new IOException("the stream ended"));
            throw thrown[^1];
        }
    }

    [Fact]
    public async Task It_waits_by_the_clock_that_the_builder_was_given()
    {
        var made = new List<DateTimeOffset>();
        ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions { DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(TimeSpan.FromSeconds(args.AttemptNumber == 0 ? 30 : 2)) }).Build();
        DateTimeOffset start = time.GetUtcNow();
        Task<string> running = pipeline.ExecuteAsync(_ => AnswerAsync(), Token).AsTask();
        Assert.Single(made);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, made.Count);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("yes", await running);
        Assert.Equal([0, 30, 32], made.Select(m => (m - start).TotalSeconds));

        ValueTask<string> AnswerAsync()
        {
            made.Add(time.GetUtcNow());
            return made.Count < 3 ? throw new IOException("the stream ended") : ValueTask.FromResult("yes");
        }
    }

    private async Task<int> CallsAsync(Func<Exception> failure)
    {
        int calls = 0;
        ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions { Delay = TimeSpan.Zero }).Build();
        await Assert.ThrowsAnyAsync<Exception>(async () => await pipeline.ExecuteAsync(
            _ =>
            {
                calls++;
                throw failure();
            },
            Token));
        return calls;
    }
}
