using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Chat;

/// <summary>Serves a chat client, such as the exam's <see cref="FakeChatClient"/>, to another process.</summary>
public sealed class ServedModel(IChatClient client) : IChatModel
{
    public async Task<ChatReply> AnswerAsync(ChatAsk ask, CancellationToken cancellationToken) =>
        ChatReply.Of(await client.GetResponseAsync(ask.ToMessages(), ask.Options?.ToOptions(), cancellationToken));

    public async IAsyncEnumerable<ChatReply> StreamAsync(ChatAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(ask.ToMessages(), ask.Options?.ToOptions(), cancellationToken))
            yield return ChatReply.Of(update);
    }
}
