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

    /// <summary>Makes many calls, one after another, where the learner's code runs.</summary>
    /// <param name="request">The request; each call has an id of its own.</param>
    /// <param name="count">How many.</param>
    /// <param name="failing">Whether the model fails.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many entries with the right name and level they logged.</returns>
    /// <exception cref="AnswerException">The learner's code is not written yet.</exception>
    Task<int> EntriesAsync(LlmRequest request, int count, bool failing, CancellationToken cancellationToken = default);
}
