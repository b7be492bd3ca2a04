using System.Reflection;
using CachingLab.Exams;

namespace CachingLab.Doors;

/// <summary>A learner's policy in this process.</summary>
/// <param name="shouldCache">The function.</param>
public sealed class LocalCachePolicy(Func<LlmRequest, bool> shouldCache) : ICachePolicy, IFromCell
{
    Module IFromCell.Cell => shouldCache.Method.Module;

    public Task<bool> ShouldCacheAsync(LlmRequest request, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => shouldCache(request), cancellationToken);
}
