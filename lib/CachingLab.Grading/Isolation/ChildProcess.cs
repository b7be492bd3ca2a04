namespace CachingLab.Grading.Isolation;

/// <summary>A started child program, and the four pipes to it.</summary>
internal abstract class ChildProcess : IDisposable
{
    /// <summary>What this side writes messages to.</summary>
    public abstract Stream ToChild { get; }

    /// <summary>What this side reads messages from.</summary>
    public abstract Stream FromChild { get; }

    /// <summary>What it prints.</summary>
    public abstract Stream Output { get; }

    /// <summary>What it prints about errors.</summary>
    public abstract Stream Error { get; }

    /// <summary>Completes with the exit code when the process is gone; one that a signal ended has 128 and the signal's number, as shells say it.</summary>
    public abstract Task<int> Exited { get; }

    /// <summary>Starts it.</summary>
    public static ChildProcess Start(SandboxCommand command, Walls walls) =>
        OperatingSystem.IsLinux() ? new LinuxChild(command, walls) : new PortableChild(command);

    /// <summary>Ends it, and what it started as far as the system tells. One that is gone stays so.</summary>
    public abstract void Kill();

    /// <summary>What it uses now, or null when it is gone.</summary>
    public abstract ProcessUse? Use();

    /// <summary>How many bytes it keeps in files that have no name any more.</summary>
    /// <param name="folder">The folder that they had one in.</param>
    public virtual long UnlinkedBytes(string folder) => 0;

    public abstract void Dispose();
}

/// <summary>What a process uses at one moment.</summary>
/// <param name="MemoryBytes">Resident memory.</param>
/// <param name="CpuTime">Processor time so far.</param>
/// <param name="Threads">How many threads it has; 0 where nobody counts them.</param>
internal sealed record ProcessUse(long MemoryBytes, TimeSpan CpuTime, int Threads);
