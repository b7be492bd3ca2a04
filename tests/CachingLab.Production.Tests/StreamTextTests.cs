using Microsoft.Extensions.AI;

namespace CachingLab.Production.Tests;

public sealed class StreamTextTests
{
    [Fact]
    public async Task A_stream_without_an_end_is_read_for_a_while_only() =>
        Assert.Equal("updates without an end", await StreamText.OfAsync(Endless()));

    private static async IAsyncEnumerable<ChatResponseUpdate> Endless()
    {
        while (true)
        {
            await Task.CompletedTask;
            yield return new ChatResponseUpdate(ChatRole.Assistant, "and so on ");
        }
    }

    [Fact]
    public async Task An_update_that_is_null_is_the_stream_s_own_fault() =>
        Assert.StartsWith("\"Hello\", then NullReferenceException", await StreamText.OfAsync(WithNull()), StringComparison.Ordinal);

    private static async IAsyncEnumerable<ChatResponseUpdate> WithNull()
    {
        await Task.CompletedTask;
        yield return new ChatResponseUpdate(ChatRole.Assistant, "Hello");
        yield return null!;
    }
}
