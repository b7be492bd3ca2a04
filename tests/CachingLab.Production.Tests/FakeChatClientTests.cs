using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Production.Tests;

public sealed class FakeChatClientTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly FakeChatClient client;

    public FakeChatClientTests() => client = new FakeChatClient(time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Without_replies_it_answers_the_last_message_in_capitals()
    {
        ChatResponse response = await client.GetResponseAsync("Where is my parcel?", cancellationToken: Token);
        Assert.Equal("WHERE IS MY PARCEL?", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(110, response.Usage?.TotalTokenCount);
        Assert.Equal(1, client.Calls);
    }

    [Fact]
    public async Task Replies_come_in_order_and_a_failure_is_the_same_instance()
    {
        var failure = new ThrottledException("slow down", TimeSpan.FromSeconds(7));
        client.Next(FakeChatReply.Throws(failure), FakeChatReply.Text("Half an ans").Because(ChatFinishReason.Length));
        Assert.Same(failure, await Assert.ThrowsAsync<ThrottledException>(() => client.GetResponseAsync("One", cancellationToken: Token)));
        ChatResponse response = await client.GetResponseAsync("Two", cancellationToken: Token);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal(["One", "Two"], client.Made.Select(c => c.Messages[^1].Text));
    }

    [Fact]
    public async Task A_delay_passes_by_the_clock_that_it_was_given()
    {
        client.Next(FakeChatReply.Text("Late.").After(TimeSpan.FromSeconds(20)));
        Task<ChatResponse> running = client.GetResponseAsync("When?", cancellationToken: Token);
        Assert.False(running.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("Late.", (await running).Text);
    }

    [Fact]
    public async Task A_stream_comes_word_by_word_and_ends_with_its_reason_and_tokens()
    {
        client.Next(FakeChatReply.Text("Yes, it is."));
        ChatResponseUpdate[] updates = await client.GetStreamingResponseAsync("Is it?", cancellationToken: Token).ToArrayAsync(Token);
        Assert.Equal(["Yes, ", "it ", "is.", ""], updates.Select(u => u.Text));
        Assert.Equal(ChatFinishReason.Stop, updates.ToChatResponse().FinishReason);
        Assert.Equal(110, updates.ToChatResponse().Usage?.TotalTokenCount);
    }

    [Fact]
    public async Task A_stream_breaks_where_it_is_told_to()
    {
        client.Next(FakeChatReply.Text("Yes, it is.").BreakingAfter(2, new IOException("the stream ended")));
        var arrived = new List<string>();
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync("Is it?", cancellationToken: Token))
                arrived.Add(update.Text);
        });
        Assert.Equal(["Yes, ", "it "], arrived);
    }

    [Fact]
    public async Task A_tool_call_has_its_name_and_finish_reason()
    {
        client.Next(FakeChatReply.ToolCall("refund"));
        ChatResponse response = await client.GetResponseAsync("Refund me", cancellationToken: Token);
        Assert.Equal("refund", Assert.IsType<FunctionCallContent>(Assert.Single(response.Messages[0].Contents)).Name);
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }
}
