using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Chat;

/// <summary>An <see cref="IChatClient"/> in a form that can cross between processes: the exam's model in one direction, a learner's client in the other.</summary>
public interface IChatModel
{
    Task<ChatReply> AnswerAsync(ChatAsk ask, CancellationToken cancellationToken);

    /// <summary>Answers a request in updates. Reading them makes the call.</summary>
    IAsyncEnumerable<ChatReply> StreamAsync(ChatAsk ask, CancellationToken cancellationToken);
}

/// <summary>A chat client in the learner's process; each call goes on to the exam's model as it happens.</summary>
public sealed class ModelChatClient(IChatModel model) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        (await model.AnswerAsync(ChatAsk.Of(messages, options), cancellationToken)).ToResponse();

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatReply update in model.StreamAsync(ChatAsk.Of(messages, options), cancellationToken).WithCancellation(cancellationToken))
            yield return update.ToUpdate();
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The exam owns the model.
    }
}

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
