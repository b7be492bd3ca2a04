using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's cached call in another process; its cache, model and log stay on this side.</summary>
/// <param name="work">The process.</param>
internal sealed class RemoteCachedCall(RemoteWork work) : ICachedCall
{
    public async Task<string?> CallAsync(
        ILlmCache cache, LlmRequest request, ILlmClient llm, LogCollector log, CancellationToken cancellationToken = default)
    {
        RemoteObjects objects = work.Objects;
        var ask = new CallCached(objects.Handle(cache), request, objects.Handle(llm), objects.Handle(log), CallTerms.Of(llm, log));
        return (await work.AskAsync<TextReply>(ask, cancellationToken)).Value;
    }
}
