using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Production.Tests;

/// <summary>The fake provider: it caches the longest common beginning, from a minimum size on, for a lifetime.</summary>
public sealed class PrefixCacheProviderTests : IDisposable
{
    private static readonly ModelPrice Price = new(2m, 0.5m, 8m, InputIncludesCached: true);
    private static readonly string Long = string.Concat(Enumerable.Range(1, 400).Select(i => $"Rule {i}: be brief.\n"));

    private readonly FakeTimeProvider time = new();
    private readonly PrefixCacheProvider provider;

    public PrefixCacheProviderTests() => provider = new PrefixCacheProvider(Price, time);

    public void Dispose() => provider.Dispose();

    [Fact]
    public async Task It_answers_the_last_question_in_capitals()
    {
        ChatResponse response = await provider.GetResponseAsync([new(ChatRole.User, "One?"), new(ChatRole.User, "Two?")], cancellationToken: Token);

        Assert.Equal("TWO?", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task A_stream_answers_the_same_and_counts_the_same()
    {
        await AskAsync(Long, "One?");
        ChatResponse streamed = await provider.GetStreamingResponseAsync(Prompt(Long, "Two?"), cancellationToken: Token).ToChatResponseAsync(Token);

        Assert.Equal("TWO?", streamed.Text);
        Assert.InRange(streamed.Usage!.CachedInputTokenCount!.Value, 2_000, streamed.Usage.InputTokenCount!.Value - 1);
    }

    [Fact]
    public async Task The_first_request_finds_nothing_and_the_second_one_all_but_its_question()
    {
        UsageDetails first = await AskAsync(Long, "One?"), second = await AskAsync(Long, "Two?");

        Assert.Equal(0, first.CachedInputTokenCount);
        Assert.InRange(second.InputTokenCount!.Value - second.CachedInputTokenCount!.Value, 1, 8);
    }

    [Fact]
    public async Task What_comes_after_the_first_difference_is_read_anew()
    {
        await AskAsync("A" + Long, "One?");

        Assert.Equal(0, (await AskAsync("B" + Long, "One?")).CachedInputTokenCount);
    }

    [Fact]
    public async Task A_beginning_below_the_minimum_is_not_cached()
    {
        await AskAsync("Be brief.", "One?");

        Assert.Equal(0, (await AskAsync("Be brief.", "Two?")).CachedInputTokenCount);
    }

    [Fact]
    public async Task A_beginning_of_the_minimum_is_cached()
    {
        long shared = await CachedAsync(1);
        Assert.InRange(shared, 2, 20);
        Assert.Equal(shared, await CachedAsync((int)shared));
        Assert.Equal(0, await CachedAsync((int)shared + 1));

        async Task<long> CachedAsync(int minimum)
        {
            using var small = new PrefixCacheProvider(Price, time) { MinimumTokens = minimum };
            await small.GetResponseAsync(Prompt("Be brief.", "One?"), cancellationToken: Token);
            return (await small.GetResponseAsync(Prompt("Be brief.", "Two?"), cancellationToken: Token)).Usage!.CachedInputTokenCount!.Value;
        }
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public async Task A_prompt_is_forgotten_after_its_lifetime(int seconds, bool cached)
    {
        await AskAsync(Long, "One?");
        time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(cached, (await AskAsync(Long, "Two?")).CachedInputTokenCount > 0);
    }

    [Fact]
    public async Task A_hit_keeps_the_beginning_alive()
    {
        for (int i = 0; i < 3; i++)
        {
            await AskAsync(Long, $"{i}?");
            time.Advance(TimeSpan.FromMinutes(4));
        }

        Assert.True((await AskAsync(Long, "Last?")).CachedInputTokenCount > 0);
    }

    [Fact]
    public async Task Tools_come_first_so_that_their_order_counts()
    {
        AITool[] tools = [AIFunctionFactory.CreateDeclaration("a", "A.", default), AIFunctionFactory.CreateDeclaration("b", "B.", default)];
        ChatMessage[] prompt = Prompt(Long, "One?");
        await provider.GetResponseAsync(prompt, new ChatOptions { Tools = tools }, Token);
        ChatResponse same = await provider.GetResponseAsync(prompt, new ChatOptions { Tools = tools }, Token);
        ChatResponse other = await provider.GetResponseAsync(prompt, new ChatOptions { Tools = [tools[1], tools[0]] }, Token);

        Assert.Equal(same.Usage!.InputTokenCount, same.Usage.CachedInputTokenCount);
        Assert.Equal(0, other.Usage!.CachedInputTokenCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_counts_the_input_with_the_cached_tokens_or_without(bool included)
    {
        using var other = new PrefixCacheProvider(Price with { InputIncludesCached = included }, time);
        await other.GetResponseAsync(Prompt(Long, "One?"), cancellationToken: Token);
        long fresh = other.FreshTokens;
        UsageDetails usage = (await other.GetResponseAsync(Prompt(Long, "Two?"), cancellationToken: Token)).Usage!;

        Assert.Equal(other.FreshTokens - fresh + (included ? other.CachedTokens : 0), usage.InputTokenCount);
        Assert.Equal(other.CachedTokens, usage.CachedInputTokenCount);
    }

    [Fact]
    public async Task The_bill_is_the_price_of_all_tokens()
    {
        await AskAsync(Long, "One?");
        await AskAsync(Long, "Two?");

        Assert.Equal(2, provider.Calls);
        Assert.Equal(((provider.FreshTokens * 2m) + (provider.CachedTokens * 0.5m) + (provider.OutputTokens * 8m)) / 1_000_000m, provider.Bill);
        Assert.All([provider.FreshTokens, provider.CachedTokens, provider.OutputTokens], count => Assert.InRange(count, 1, 10_000));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ChatMessage[] Prompt(string system, string question) => [new(ChatRole.System, system), new(ChatRole.User, question)];

    private async Task<UsageDetails> AskAsync(string system, string question) =>
        (await provider.GetResponseAsync(Prompt(system, question), cancellationToken: Token)).Usage!;
}
