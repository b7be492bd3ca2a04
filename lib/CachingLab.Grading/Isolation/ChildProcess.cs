namespace CachingLab.Grading.Isolation;

/// <summary>A running child program and the four pipes to it.</summary>
internal abstract class ChildProcess : IDisposable
{
    /// <summary>The pipe for messages to the child.</summary>
    public abstract Stream ToChild { get; }

    /// <summary>The pipe for messages from the child.</summary>
    public abstract Stream FromChild { get; }

    public abstract Stream Output { get; }

    public abstract Stream Error { get; }

    /// <summary>Completes with the exit code when the process has ended. On Linux, a signal gives 128 plus its number, as in a shell.</summary>
    public abstract Task<int> Exited { get; }

    public static ChildProcess Start(SandboxCommand command, Walls walls) =>
        OperatingSystem.IsLinux() ? new LinuxChild(command, walls) : new PortableChild(command);

    /// <summary>Kills the process and, as far as the system knows them, its descendants. Does nothing when it has ended.</summary>
    public abstract void Kill();

    /// <summary>What the process uses now, or null when it has ended.</summary>
    public abstract ProcessUse? Use();

    /// <summary>How long the threads of the process have been ready to run without a processor, in all; null where that is not known.</summary>
    public virtual TimeSpan? Waiting() => null;

    /// <summary>The bytes that the process keeps in deleted files of a folder.</summary>
    public virtual long UnlinkedBytes(string folder) => 0;

    public abstract void Dispose();
}

/// <summary>What a process uses at one moment: resident memory, processor time so far, and threads, which are 0 where they are not counted.</summary>
internal sealed record ProcessUse(long MemoryBytes, TimeSpan CpuTime, int Threads);
