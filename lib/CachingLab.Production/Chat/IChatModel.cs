namespace CachingLab.Production.Chat;

/// <summary>The model behind an <see cref="Microsoft.Extensions.AI.IChatClient"/>: what the exam answers to the requests that reach it.</summary>
public interface IChatModel
{
    Task<ChatReply> AnswerAsync(ChatAsk ask, CancellationToken cancellationToken);

    /// <summary>Answers a request in updates. Reading them makes the call.</summary>
    IAsyncEnumerable<ChatReply> StreamAsync(ChatAsk ask, CancellationToken cancellationToken);
}
