using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Chat;

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
