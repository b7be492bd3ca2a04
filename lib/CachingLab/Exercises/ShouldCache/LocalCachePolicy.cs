using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;

namespace CachingLab.Exercises.ShouldCache;

/// <summary>A learner's policy in this process.</summary>
/// <param name="shouldCache">The function.</param>
public sealed class LocalCachePolicy(Func<LlmRequest, bool> shouldCache) : ICachePolicy, IFromCell
{
    Module IFromCell.Cell => shouldCache.Method.Module;

    public Task<IReadOnlyList<bool>> ShouldCacheAsync(IReadOnlyList<LlmRequest> requests, CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<bool>>(() => All(requests), cancellationToken).WaitAsync(cancellationToken);

    private List<bool> All(IReadOnlyList<LlmRequest> requests)
    {
        var cached = new List<bool>(requests.Count);
        try
        {
            foreach (LlmRequest request in requests)
                cached.Add(shouldCache(request));
        }
        catch (Exception e)
        {
            throw new AnswerException(e) { At = cached.Count };
        }

        return cached;
    }
}
