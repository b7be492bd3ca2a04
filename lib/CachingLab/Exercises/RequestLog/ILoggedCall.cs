using CachingLab.Exams;

namespace CachingLab.Exercises.RequestLog;

/// <summary>A learner's logged call, as the exam sees it.</summary>
public interface ILoggedCall
{
    /// <summary>Calls <c>LoggedCallAsync</c> with these arguments.</summary>
    /// <param name="requestId">The id to log.</param>
    /// <param name="request">The request.</param>
    /// <param name="llm">The model to call.</param>
    /// <param name="log">Where the entries go.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    Task<string?> CallAsync(
        string requestId, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default);
}
