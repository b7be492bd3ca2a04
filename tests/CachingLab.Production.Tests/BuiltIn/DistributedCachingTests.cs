using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Production.Tests.BuiltIn;

/// <summary>What notebook 09 says of <see cref="DistributedCachingChatClient"/>.</summary>
public sealed class DistributedCachingTests : IDisposable
{
    private const string Hello = "Where is my invoice?";
    private readonly FakeTimeProvider time = new();
    private readonly FakeStore store = new();
    private readonly FakeChatClient model;

    public DistributedCachingTests() => model = new FakeChatClient(time);

    public void Dispose() => model.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly AskOptions Plain = new() { Model = "gpt-4o" };

    [Theory]
    [InlineData("search", "refund")]
    [InlineData("search", null)]
    public async Task Requests_with_other_tools_share_an_entry(string one, string? other)
    {
        await AskAsync(WithTool(one));
        await AskAsync(WithTool(other));
        Assert.Equal((1, 1), (model.Calls, store.Entries.Count));

        static ChatOptions WithTool(string? name) =>
            (Plain with { Tools = name is null ? [] : [new LlmTool(name, $"Can {name}.", "{}")] }).ToOptions();
    }

    [Fact]
    public void Tools_are_no_part_of_the_options_JSON() =>
        Assert.NotNull(typeof(ChatOptions).GetProperty(nameof(ChatOptions.Tools))!.GetCustomAttribute<JsonIgnoreAttribute>());

    [Theory]
    [InlineData("GetCacheKey")]
    [InlineData("ReadCacheAsync")]
    [InlineData("WriteCacheAsync")]
    [InlineData("ReadCacheStreamingAsync")]
    [InlineData("WriteCacheStreamingAsync")]
    public void Its_steps_can_be_overridden(string name) =>
        Assert.True(typeof(DistributedCachingChatClient).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic) is { IsVirtual: true, IsFinal: false, IsFamily: true });

    [Fact]
    public void It_is_a_delegating_client() => Assert.True(typeof(DistributedCachingChatClient).IsSubclassOf(typeof(DelegatingChatClient)));

    [Fact]
    public async Task Requests_with_another_raw_representation_share_an_entry()
    {
        await AskAsync(new ChatOptions { RawRepresentationFactory = _ => "one" });
        await AskAsync(new ChatOptions { RawRepresentationFactory = _ => "two" });
        Assert.Equal(1, model.Calls);
    }

    [Fact]
    public async Task Additional_values_of_the_key_are_joined_without_a_mark_between_them()
    {
        await AskAsync(null, c => c.CacheKeyAdditionalValues = [1, 23]);
        await AskAsync(null, c => c.CacheKeyAdditionalValues = [12, 3]);
        Assert.Equal(1, model.Calls);
        await AskAsync(null, c => c.CacheKeyAdditionalValues = [12, 4]);
        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task Additional_properties_are_told_apart()
    {
        await AskAsync(new ChatOptions { AdditionalProperties = new() { ["seeds"] = (int[])[1, 23] } });
        await AskAsync(new ChatOptions { AdditionalProperties = new() { ["seeds"] = (int[])[12, 3] } });
        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task Null_options_and_empty_ones_are_two_entries()
    {
        await AskAsync(null);
        await AskAsync(new ChatOptions());
        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task A_message_s_id_and_time_make_another_entry()
    {
        IChatClient client = Client();
        await client.GetResponseAsync(new ChatMessage(ChatRole.User, Hello), cancellationToken: Token);
        await client.GetResponseAsync(new ChatMessage(ChatRole.User, Hello) { MessageId = "m-1" }, cancellationToken: Token);
        await client.GetResponseAsync(new ChatMessage(ChatRole.User, Hello) { CreatedAt = DateTimeOffset.UnixEpoch }, cancellationToken: Token);
        Assert.Equal(3, model.Calls);
    }

    [Fact]
    public async Task Temperature_zero_and_none_are_two_entries()
    {
        await AskAsync(new ChatOptions());
        await AskAsync(new ChatOptions { Temperature = 0 });
        Assert.Equal(2, model.Calls);
    }

    public static IEnumerable<TheoryDataRow<string, FakeChatReply>> Unfit =>
    [
        new("length", FakeChatReply.Text("Because the").Because(ChatFinishReason.Length)),
        new("content_filter", FakeChatReply.Text("I may not").Because(ChatFinishReason.ContentFilter)),
        new("a tool call", FakeChatReply.ToolCall("refund")),
        new("empty", FakeChatReply.Text("")),
        new("an error", FakeChatReply.Of(new ErrorContent("overloaded"))),
    ];

    [Theory]
    [MemberData(nameof(Unfit), DisableDiscoveryEnumeration = true)]
    public async Task It_keeps_answers_that_nobody_should(string name, FakeChatReply reply)
    {
        model.Next(reply);
        await AskAsync(new ChatOptions { Temperature = 0.7f });
        await AskAsync(new ChatOptions { Temperature = 0.7f });
        Assert.True(model.Calls == 1, name);
    }

    [Fact]
    public async Task Its_entries_have_no_expiration()
    {
        await AskAsync(null);
        Assert.Null(Assert.Single(store.Entries).ExpiresAt);
    }

    [Fact]
    public async Task A_request_of_a_conversation_is_never_kept()
    {
        await AskAsync(new ChatOptions { ConversationId = "c-1" });
        await AskAsync(new ChatOptions { ConversationId = "c-1" });
        Assert.Equal((2, 0), (model.Calls, store.Entries.Count));
    }

    [Fact]
    public async Task A_stream_is_kept_only_when_it_was_read_to_its_end()
    {
        model.Next(FakeChatReply.Text("one two three four"));
        await StreamText.OfAsync(Client().GetStreamingResponseAsync(Hello, cancellationToken: Token), most: 2);
        Assert.Empty(store.Entries);
        await StreamText.OfAsync(Client().GetStreamingResponseAsync(Hello, cancellationToken: Token));
        Assert.Single(store.Entries);
    }

    [Fact]
    public async Task Five_updates_are_replayed_as_one()
    {
        model.Next(FakeChatReply.Text("one two three four five"));
        string first = await StreamText.OfAsync(Client().GetStreamingResponseAsync(Hello, cancellationToken: Token));
        string again = await StreamText.OfAsync(Client().GetStreamingResponseAsync(Hello, cancellationToken: Token));
        Assert.Equal(("\"one \", \"two \", \"three \", \"four \", \"five\"", "\"one two three four five\"", 1), (first, again, model.Calls));
    }

    [Fact]
    public async Task A_stream_and_a_whole_answer_share_no_entry()
    {
        await Client().GetResponseAsync(Hello, cancellationToken: Token);
        await StreamText.OfAsync(Client().GetStreamingResponseAsync(Hello, cancellationToken: Token));
        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task A_hit_has_the_same_id_and_tokens_and_no_mark()
    {
        ChatResponse first = await AskAsync(null), again = await AskAsync(null);
        Assert.Equal((first.ResponseId, 110, 110), (again.ResponseId, first.Usage?.TotalTokenCount, again.Usage?.TotalTokenCount));
        Assert.Null(again.AdditionalProperties);
        Assert.Equal(1, model.Calls);
    }

    [Fact]
    public async Task A_store_that_throws_on_read_fails_the_call_before_the_model_is_asked()
    {
        store.ReadFailure = new IOException("no connection");
        await Assert.ThrowsAsync<IOException>(() => AskAsync(null));
        Assert.Equal(0, model.Calls);
    }

    [Fact]
    public async Task A_store_that_throws_on_write_fails_the_call_after_it_was_paid()
    {
        store.WriteFailure = new IOException("no connection");
        await Assert.ThrowsAsync<IOException>(() => AskAsync(null));
        Assert.Equal(1, model.Calls);
    }

    [Fact]
    public async Task A_torn_entry_throws()
    {
        await AskAsync(null);
        store.Torn = store.Entries[0].Value.Length / 2;
        await Assert.ThrowsAsync<JsonException>(() => AskAsync(null));
    }

    [Fact]
    public async Task Another_key_s_entry_is_served()
    {
        await Client().GetResponseAsync("Where is Alice's invoice?", cancellationToken: Token);
        store.Lies = true;
        ChatResponse response = await Client().GetResponseAsync("Where is Bob's invoice?", cancellationToken: Token);
        Assert.Equal("WHERE IS ALICE'S INVOICE?", response.Text);
    }

    [Fact]
    public async Task Twenty_at_once_make_twenty_calls()
    {
        model.Next([.. Enumerable.Repeat(FakeChatReply.Text("Yes.").After(TimeSpan.FromSeconds(1)), 20)]);
        IChatClient client = Client();
        Task<ChatResponse>[] asked = [.. Enumerable.Range(0, 20).Select(_ => client.GetResponseAsync(Hello, cancellationToken: Token))];
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(asked);
        Assert.Equal(20, model.Calls);
    }

    [Fact]
    public async Task Overriding_its_key_tells_tools_apart()
    {
        using var client = new ToolKeyClient(model, store);
        foreach (string tool in (string[])["search", "refund", "search"])
            await client.GetResponseAsync(Hello, (Plain with { Tools = [new LlmTool(tool, "", "{}")] }).ToOptions(), Token);
        Assert.Equal(2, model.Calls);
    }

    private IChatClient Client() => new ChatClientBuilder(model).UseDistributedCache(store).Build();

    private async Task<ChatResponse> AskAsync(ChatOptions? options, Action<DistributedCachingChatClient>? configure = null)
    {
        IChatClient client = new ChatClientBuilder(model).UseDistributedCache(store, configure).Build();
        return await client.GetResponseAsync(Hello, options, Token);
    }

    private sealed class ToolKeyClient(IChatClient inner, IDistributedCache store) : DistributedCachingChatClient(inner, store)
    {
        protected override string GetCacheKey(IEnumerable<ChatMessage> messages, ChatOptions? options, params ReadOnlySpan<object?> additionalValues) =>
            base.GetCacheKey(messages, options, [.. additionalValues, options?.Tools?.Select(t => t.Name).ToArray()]);
    }
}
