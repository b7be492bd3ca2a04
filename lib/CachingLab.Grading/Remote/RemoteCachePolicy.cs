using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's policy in another process.</summary>
/// <param name="work">The process.</param>
internal sealed class RemoteCachePolicy(RemoteWork work) : ICachePolicy
{
    public async Task<bool> ShouldCacheAsync(LlmRequest request, CancellationToken cancellationToken = default) =>
        (await work.AskAsync<FlagReply>(new AskPolicy(request), cancellationToken)).Value;
}
