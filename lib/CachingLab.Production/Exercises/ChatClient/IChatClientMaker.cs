using CachingLab.Exams;
using CachingLab.Production.Chat;
using CachingLab.Production.Stores;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>Makes instances of a learner's chat client.</summary>
public interface IChatClientMaker
{
    /// <exception cref="AnswerException">The learner's constructor threw.</exception>
    Task<ITestedChatClient> CreateAsync(IChatModel model, IEntryStore store, CancellationToken cancellationToken = default);
}

/// <summary>One instance of a learner's chat client, as the exam sees it.</summary>
public interface ITestedChatClient
{
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    Task<ChatReply> AskAsync(ChatAsk ask, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GetResponseAsync</c> with each of the requests, one after another.</summary>
    /// <exception cref="AnswerException">The learner's code threw, at one of them.</exception>
    Task<IReadOnlyList<ChatReply>> AskManyAsync(IReadOnlyList<ChatAsk> asks, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GetStreamingResponseAsync</c>; each update crosses as it is read.</summary>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    IAsyncEnumerable<ChatReply> StreamAsync(ChatAsk ask, CancellationToken cancellationToken = default);
}
