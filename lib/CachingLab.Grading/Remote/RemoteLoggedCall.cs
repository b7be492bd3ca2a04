using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's logged call in another process; its model and log stay on this side.</summary>
/// <param name="work">The process.</param>
internal sealed class RemoteLoggedCall(RemoteWork work) : ILoggedCall
{
    public async Task<string?> CallAsync(
        string requestId, LlmRequest request, ILlmClient llm, LogCollector log, CancellationToken cancellationToken = default)
    {
        var ask = new CallLogged(requestId, request, work.Objects.Handle(llm), work.Objects.Handle(log), CallTerms.Of(llm, log));
        return (await work.AskAsync<TextReply>(ask, cancellationToken)).Value;
    }
}
