using CachingLab.Sandbox.Protocol;

namespace CachingLab.Sandbox.Serving;

/// <summary>The exam's model, called across the pipe.</summary>
internal sealed class RelayLlm(ParentLink exam, int handle, ExceptionTable exceptions) : ILlmClient
{
    public async Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default) =>
        await exam.AskAsync(new Complete(handle, request)).WaitAsync(cancellationToken) switch
        {
            TextReply { Value: { } answer } => answer,
            ThrownReply thrown => FakeReply.Throw(exceptions.Copy(thrown.Error)),
            var other => throw new InvalidOperationException($"unexpected reply {other.GetType().Name}"),
        };
}
