using System.Reflection;
using System.Runtime.CompilerServices;
using CachingLab.Answers;
using CachingLab.Exams;
using CachingLab.Production.Chat;
using CachingLab.Production.Stores;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>Makes a learner's chat clients in this process.</summary>
public sealed class LocalChatClientMaker(Func<IChatClient, IDistributedCache, DelegatingChatClient> create) : IChatClientMaker, IFromCell
{
    Module IFromCell.Cell => create.Method.Module;

    public Task<ITestedChatClient> CreateAsync(IChatModel model, IEntryStore store, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync<ITestedChatClient>(() => new LocalChatClient(create(new ModelChatClient(model), new EntryStoreCache(store))), cancellationToken);

    private sealed class LocalChatClient(IChatClient client) : ITestedChatClient
    {
        public async Task<ChatReply> AskAsync(ChatAsk ask, CancellationToken cancellationToken = default) =>
            ChatReply.Of(await LearnerCode.AwaitAsync(() => RespondAsync(ask, cancellationToken), cancellationToken));

        public async Task<IReadOnlyList<ChatReply>> AskManyAsync(IReadOnlyList<ChatAsk> asks, CancellationToken cancellationToken = default)
        {
            var replies = new List<ChatReply>(asks.Count);
            try
            {
                foreach (ChatAsk ask in asks)
                    replies.Add(await AskAsync(ask, cancellationToken));
            }
            catch (AnswerException e) when (e.Original is { } thrown)
            {
                throw new AnswerException(thrown) { At = replies.Count };
            }

            return replies;
        }

        public async IAsyncEnumerable<ChatReply> StreamAsync(
            ChatAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken = default)
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
