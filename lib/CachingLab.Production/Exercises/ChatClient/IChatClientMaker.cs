using System.Runtime.CompilerServices;
using CachingLab.Answers;
using CachingLab.Exams;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>Makes instances of a learner's chat client.</summary>
public interface IChatClientMaker
{
    /// <returns>The instance. Its methods throw an <see cref="AnswerException"/> for what the learner's code throws.</returns>
    /// <exception cref="AnswerException">The learner's constructor threw.</exception>
    Task<IChatModel> CreateAsync(IChatModel model, IDistributedCache store, CancellationToken cancellationToken = default);
}

/// <summary>Makes a learner's chat clients in this process.</summary>
public sealed class LocalChatClientMaker(Func<IChatClient, IDistributedCache, DelegatingChatClient> create) : IChatClientMaker
{
    public Task<IChatModel> CreateAsync(IChatModel model, IDistributedCache store, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync<IChatModel>(() => new LocalChatClient(create(new ModelChatClient(model), store)), cancellationToken);

    private sealed class LocalChatClient(IChatClient client) : IChatModel
    {
        public async Task<ChatReply> AnswerAsync(ChatAsk ask, CancellationToken cancellationToken) =>
            ChatReply.Of(await LearnerCode.AwaitAsync(() => RespondAsync(ask, cancellationToken), cancellationToken));

        public async IAsyncEnumerable<ChatReply> StreamAsync(ChatAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            IAsyncEnumerable<ChatResponseUpdate> updates = await LearnerCode.RunAsync(
                () => client.GetStreamingResponseAsync(ask.ToMessages(), ask.Options?.ToOptions(), cancellationToken)
                    ?? throw new InvalidOperationException("GetStreamingResponseAsync returned null in place of a stream."), cancellationToken);
            await foreach (ChatReply update in StreamText.Replies(updates))
                yield return update;
        }

        // Awaiting null throws in a cell too.
        private async Task<ChatResponse> RespondAsync(ChatAsk ask, CancellationToken cancellationToken) =>
            await client.GetResponseAsync(ask.ToMessages(), ask.Options?.ToOptions(), cancellationToken)
            ?? throw new InvalidOperationException("GetResponseAsync returned null in place of a ChatResponse.");
    }
}
