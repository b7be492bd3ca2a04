using CachingLab.Exams;

namespace CachingLab.Exercises.CachedCall;

/// <summary>A learner's cached call, as the exam sees it.</summary>
public interface ICachedCall
{
    /// <summary>Calls <c>CachedCallAsync</c> with these arguments.</summary>
    /// <param name="cache">The cache to ask and to fill.</param>
    /// <param name="request">The request.</param>
    /// <param name="llm">The model to call on a miss.</param>
    /// <param name="log">Where the entries go.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    Task<string?> CallAsync(
        ILlmCache cache, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default);
}
