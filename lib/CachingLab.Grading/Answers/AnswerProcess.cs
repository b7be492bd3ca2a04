using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Answers;

/// <summary>The process of one answer. Counts its calls, and reports its end as a <see cref="WorkLostException"/>.</summary>
internal sealed class AnswerProcess
{
    private readonly SandboxProcess sandbox;
    private readonly SandboxLimits limits;
    private int entries;
    private int calls;

    /// <summary>Takes a process, whose wall time starts now.</summary>
    public AnswerProcess(SandboxProcess sandbox, SandboxLimits limits)
    {
        (this.sandbox, this.limits) = (sandbox, limits);
        (sandbox.Connection.Called, sandbox.Connection.Explain) = (Count, ExplainAsync);
        Worker = sandbox.Connection.Remote<IWorker>();
        sandbox.Arm();
    }

    /// <summary>The child's side of the connection.</summary>
    public IWorker Worker { get; }

    /// <summary>The folder that its cells run in.</summary>
    public string Folder => sandbox.WorkFolder;

    /// <summary>A proxy for the work that the check cell handed over, of the interface that the exam calls it by.</summary>
    public object Work(Type type) => sandbox.Connection.Remote(type, IWorker.Work);

    private void Count(bool notice)
    {
        if (notice && Interlocked.Increment(ref entries) > limits.LogEntries)
            sandbox.Stop(SandboxEndReason.LogEntries);
        else if (!notice && Interlocked.Increment(ref calls) > limits.Calls)
            sandbox.Stop(SandboxEndReason.Calls);
    }

    // Replaces a lost connection by the reason why the process ended.
    private async Task<Exception> ExplainAsync(Exception thrown)
    {
        if (thrown is AnswerException answer && answer.Is<OutOfMemoryException>())
            sandbox.Stop(SandboxEndReason.Memory);
        else if (thrown is not PeerClosedException)
            return thrown;
        return new WorkLostException(EndDescription.Of(await sandbox.Ended));
    }
}
