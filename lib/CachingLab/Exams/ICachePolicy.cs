namespace CachingLab.Exams;

/// <summary>A learner's policy, as the exam sees it.</summary>
public interface ICachePolicy
{
    /// <summary>Calls <c>ShouldCache</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    Task<bool> ShouldCacheAsync(LlmRequest request, CancellationToken cancellationToken = default);
}
