using CachingLab.Exams;

namespace CachingLab.Exercises.RequestLog;

/// <summary>A learner's logged call, as the exam sees it.</summary>
public interface ILoggedCall
{
    Task<string?> CallAsync(
        string requestId, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default);

    /// <summary>Makes many calls, one after another, where the learner's code runs.</summary>
    /// <param name="request">The request; each call has an id of its own.</param>
    /// <returns>How many entries with the right name and level they logged.</returns>
    /// <exception cref="AnswerException">The learner's code is not written yet.</exception>
    Task<int> EntriesAsync(LlmRequest request, int count, bool failing, CancellationToken cancellationToken = default);
}
