using System.Reflection;
using CachingLab.Answers;

namespace CachingLab.Exercises.ShouldCache;

/// <summary>A learner's policy in this process.</summary>
public sealed class LocalCachePolicy(Func<LlmRequest, bool> shouldCache) : ICachePolicy, IFromCell
{
    Module IFromCell.Cell => shouldCache.Method.Module;

    public Task<IReadOnlyList<bool>> ShouldCacheAsync(IReadOnlyList<LlmRequest> requests, CancellationToken cancellationToken = default) =>
        LearnerCode.EachAsync(requests, shouldCache, cancellationToken);
}
