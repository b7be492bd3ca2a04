using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Isolation;

/// <summary>
/// The compiler in its own process, bounded in time and memory, and restarted when a cell exceeds the bounds. Compilations that shared the process
/// with such a cell are repeated alone, so that none fails because of another.
/// </summary>
public sealed class CompilerProcess : IAsyncDisposable
{
    private static readonly int AtOnce = Math.Max(2, Environment.ProcessorCount);

    // After so many restarts because of others, a compilation is run alone.
    private const int MostShared = 3;
    private readonly SandboxLimits limits;
    private readonly RestartingSandbox child;
    private readonly WorkGate gate = new(AtOnce);

    /// <param name="limits">The limits, of which <see cref="SandboxLimits.CompileTime"/> and <see cref="SandboxLimits.CompilerBytes"/> bound the compiler.</param>
    /// <param name="walls">The walls around the process. Behind walls it finds no imports.</param>
    public CompilerProcess(SandboxLimits limits, Walls walls)
    {
        this.limits = limits;
        SandboxLimits bounds = limits with
        {
            WallTime = TimeSpan.MaxValue,
            IdleTime = TimeSpan.MaxValue,
            CpuTime = TimeSpan.FromDays(365),
            MemoryBytes = limits.CompilerBytes,
            MessageBytes = 64 * 1024 * 1024,
        };
        child = new RestartingSandbox(() => new SandboxProcess(SandboxProgram.Compiler, bounds, walls));
    }

    /// <summary>Starts the process ahead of the first compilation.</summary>
    public void Start() => child.Start();

    /// <summary>
    /// Compiles cells one after another; see <see cref="ICompiler"/>. The notebook's import is relative to the folder, which is null when the library is
    /// referenced in any case. Cancellation ends the wait; the compiler goes on until it is done or reaches its limits.
    /// </summary>
    /// <exception cref="CompilationStoppedException">A cell was too much for the compiler.</exception>
    /// <exception cref="MachineFaultException">The compiler could not be started, or the machine was too busy.</exception>
    public Task<IReadOnlyList<CompiledCell>> CompileAsync(
        CellDialect dialect, string? folder, IReadOnlyList<SourceCell> source, CancellationToken cancellationToken = default) =>
        RunAsync(new Job(dialect, folder, source)).WaitAsync(cancellationToken);

    /// <summary>What the process has used so far.</summary>
    public (TimeSpan CpuTime, long MemoryBytes) Use() => child.Use() is { } use ? (use.CpuTime, use.MemoryBytes) : default;

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        gate.Dispose();
    }

    private async Task<IReadOnlyList<CompiledCell>> RunAsync(Job job) =>
        await gate.SharedAsync(() => SharedAsync(job)) ?? await gate.AloneAsync(() => AloneAsync(job));

    // Returns null when the process ended and it is not known which cell was the cause, or whether the machine was.
    private async Task<IReadOnlyList<CompiledCell>?> SharedAsync(Job job)
    {
        try
        {
            for (int i = 0; i < MostShared; i++)
            {
                (IReadOnlyList<CompiledCell>? compiled, SandboxEndReason ended) = await AskAsync(job);
                if (ended is SandboxEndReason.WallTime)
                    throw Stopped(ended, job);
                if (compiled is not null || ended is not SandboxEndReason.Stopped)
                    return compiled;
            }
        }
        catch (MachineFaultException)
        {
            // The compilation is tried once more, alone.
        }

        return null;
    }

    private async Task<IReadOnlyList<CompiledCell>> AloneAsync(Job job)
    {
        (IReadOnlyList<CompiledCell>? compiled, SandboxEndReason ended) = await AskAsync(job);
        return compiled ?? throw Stopped(ended, job);
    }

    private Task<(IReadOnlyList<CompiledCell>? Compiled, SandboxEndReason Ended)> AskAsync(Job job)
    {
        job.Cell = null;
        return child.AskAsync(c => c.Remote<ICompiler>().CompileAsync(job.Dialect, job.Folder, job.Cells, job), limits.CompileTime);
    }

    private CompilationStoppedException Stopped(SandboxEndReason reason, Job job)
    {
        string problem = reason switch
        {
            SandboxEndReason.WallTime => $"it takes more than {limits.CompileTime.TotalSeconds:0} s to compile: make its expressions simpler",
            SandboxEndReason.Memory => $"it takes more than {limits.CompilerBytes / (1024 * 1024)} MB to compile: make its expressions and constants smaller",
            _ => "the compiler gives up on it: take its most deeply nested expressions apart",
        };
        return new CompilationStoppedException(reason, job.Cell, problem);
    }

    /// <summary>Cells to compile, and the compiler's progress.</summary>
    private sealed record Job(CellDialect Dialect, string? Folder, IReadOnlyList<SourceCell> Cells) : ICompileObserver
    {
        /// <summary>The cell that is being compiled; null before the first.</summary>
        public string? Cell { get; set; }

        public void Compiling(string cell) => Cell = cell;
    }
}

/// <summary>Thrown when the compiler exceeded its limits or ended because of a cell.</summary>
public sealed class CompilationStoppedException(SandboxEndReason reason, string? cell, string problem)
    : Exception($"{(cell is null ? "your code" : $"cell {cell}")}: {problem}")
{
    public SandboxEndReason Reason => reason;

    /// <summary>What to tell the cell's author.</summary>
    public string Problem => problem;

    /// <summary>The cell's id; null when the compiler had not begun with any.</summary>
    public string? Cell => cell;
}
