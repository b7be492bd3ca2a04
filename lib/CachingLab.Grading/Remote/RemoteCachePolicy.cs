using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's policy in another process.</summary>
/// <param name="work">The process.</param>
internal sealed class RemoteCachePolicy(RemoteWork work) : ICachePolicy
{
    public async Task<IReadOnlyList<bool>> ShouldCacheAsync(IReadOnlyList<LlmRequest> requests, CancellationToken cancellationToken = default) =>
        await work.AskFlagsAsync(new AskPolicy(requests), requests.Count, cancellationToken);
}
