using CachingLab.Answers;
using CachingLab.Exams;

namespace CachingLab.Exercises.ShouldCache;

/// <summary>A learner's policy, as the exam sees it.</summary>
public interface ICachePolicy
{
    /// <summary>Calls <c>ShouldCache</c> with each of the requests, in order.</summary>
    /// <exception cref="AnswerException">The learner's code threw, at one of them.</exception>
    Task<IReadOnlyList<bool>> ShouldCacheAsync(IReadOnlyList<LlmRequest> requests, CancellationToken cancellationToken = default);
}

/// <summary>A learner's policy in this process.</summary>
public sealed class LocalCachePolicy(Func<LlmRequest, bool> shouldCache) : ICachePolicy
{
    public Task<IReadOnlyList<bool>> ShouldCacheAsync(IReadOnlyList<LlmRequest> requests, CancellationToken cancellationToken = default) =>
        LearnerCode.EachAsync(requests, shouldCache, cancellationToken);
}
