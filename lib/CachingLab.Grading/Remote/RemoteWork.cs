using CachingLab.Exams;
using CachingLab.Execution;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>A learner's work in its own process: asks cross the pipe, and what cannot be answered any more is said so.</summary>
/// <param name="sandbox">The process.</param>
/// <param name="objects">The exam's objects that the work may call.</param>
internal sealed class RemoteWork(SandboxProcess sandbox, RemoteObjects objects)
{
    /// <summary>The exam's objects that the work may call.</summary>
    public RemoteObjects Objects => objects;

    /// <summary>The folder that the work's cells run in.</summary>
    public string Folder => sandbox.WorkFolder;

    /// <summary>Asks, and waits for the reply.</summary>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    /// <exception cref="WorkLostException">The process is gone, or it broke the protocol.</exception>
    public async Task<TReply> AskAsync<TReply>(Message ask, CancellationToken cancellationToken)
        where TReply : Reply
    {
        try
        {
            switch (await sandbox.Peer.AskAsync(ask, cancellationToken))
            {
                case TReply reply:
                    return reply;
                // What a reply leaves out is null, whatever its type says.
                case ThrownReply { Error: { TypeNames: { Count: > 0 } names, Message: { } message } error } when names.All(n => n is not null):
                    if (!names.Contains(typeof(OutOfMemoryException).FullName))
                        throw new AnswerException(names, message, objects.Original(error.Token)) { At = error.At, Stack = error.Stack ?? "" };
                    sandbox.Stop(SandboxEndReason.Memory);
                    break;
                default:
                    sandbox.Stop(SandboxEndReason.BrokenMessage);
                    break;
            }
        }
        catch (PeerClosedException)
        {
            // How the process ended says more than that it did.
        }

        throw await LostAsync(cancellationToken);
    }

    /// <summary>Asks for so many texts at once.</summary>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    /// <exception cref="WorkLostException">The process is gone, or it broke the protocol.</exception>
    public async Task<IReadOnlyList<string?>> AskManyAsync(Message ask, int count, CancellationToken cancellationToken) =>
        await AllAsync((await AskAsync<TextsReply>(ask, cancellationToken)).Values, count, cancellationToken);

    /// <summary>Asks for so many truth values at once.</summary>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    /// <exception cref="WorkLostException">The process is gone, or it broke the protocol.</exception>
    public async Task<IReadOnlyList<bool>> AskFlagsAsync(Message ask, int count, CancellationToken cancellationToken) =>
        await AllAsync((await AskAsync<FlagsReply>(ask, cancellationToken)).Values, count, cancellationToken);

    private async Task<IReadOnlyList<T>> AllAsync<T>(IReadOnlyList<T>? values, int count, CancellationToken cancellationToken)
    {
        if (values?.Count == count)
            return values;
        sandbox.Stop(SandboxEndReason.BrokenMessage);
        throw await LostAsync(cancellationToken);
    }

    private async Task<WorkLostException> LostAsync(CancellationToken cancellationToken) =>
        new(EndText.Of(await sandbox.Ended.WaitAsync(cancellationToken)));
}
