using CachingLab.Exams;

namespace CachingLab.Doors;

/// <summary>A learner's policy in this process.</summary>
/// <param name="shouldCache">The function.</param>
public sealed class LocalCachePolicy(Func<LlmRequest, bool> shouldCache) : ICachePolicy
{
    public Task<bool> ShouldCacheAsync(LlmRequest request, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => shouldCache(request), cancellationToken);
}
