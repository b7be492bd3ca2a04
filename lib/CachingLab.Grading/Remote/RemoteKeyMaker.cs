using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's key function in another process.</summary>
/// <param name="work">The process.</param>
/// <param name="another">Starts one more with the same cells.</param>
internal sealed class RemoteKeyMaker(RemoteWork work, Func<CancellationToken, Task<RemoteWork>> another) : IKeyMaker
{
    public async Task<string?> MakeKeyAsync(LlmRequest request, string culture = "", CancellationToken cancellationToken = default) =>
        (await work.AskAsync<TextReply>(new MakeKey(WireRequest.Of(request), culture), cancellationToken)).Value;

    public async Task<IKeyMaker?> InAnotherProcessAsync(CancellationToken cancellationToken = default) =>
        new RemoteKeyMaker(await another(cancellationToken), another);
}
