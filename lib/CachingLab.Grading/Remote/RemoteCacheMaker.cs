using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's memory cache in another process.</summary>
/// <param name="work">The process.</param>
internal sealed class RemoteCacheMaker(RemoteWork work) : ICacheMaker
{
    public async Task<ITestedCache> CreateAsync(CancellationToken cancellationToken = default) =>
        new RemoteCache(work, (await work.AskAsync<HandleReply>(new OpenCache(null), cancellationToken)).Handle);
}
