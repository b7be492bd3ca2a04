namespace CachingLab.Production.Chat;

/// <summary>The model behind an <see cref="Microsoft.Extensions.AI.IChatClient"/>: what the exam answers to the requests that reach it.</summary>
public interface IChatModel
{
    /// <summary>Answers a request.</summary>
    /// <param name="ask">The request.</param>
    /// <param name="cancellationToken">The caller's own token.</param>
    Task<ChatReply> AnswerAsync(ChatAsk ask, CancellationToken cancellationToken);

    /// <summary>Answers a request in updates. Reading them makes the call.</summary>
    /// <param name="ask">The request.</param>
    /// <param name="cancellationToken">The caller's own token.</param>
    IAsyncEnumerable<ChatReply> StreamAsync(ChatAsk ask, CancellationToken cancellationToken);
}
