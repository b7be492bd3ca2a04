using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Isolation;

/// <summary>
/// The compiler, in a process of its own: warm from the first cell on, bounded in time and memory, and started anew when a cell was too much for
/// it. Who shares it with such a cell is asked again, alone, so that nobody is blamed for another's.
/// </summary>
public sealed class CompilerProcess : IAsyncDisposable
{
    private static readonly int AtOnce = Math.Max(2, Environment.ProcessorCount);

    // So often others may have it stopped before one has had enough of their company.
    private const int MostShared = 3;
    private readonly SandboxLimits limits;
    private readonly RestartingSandbox child;
    private readonly SemaphoreSlim room = new(AtOnce);
    private readonly SemaphoreSlim alone = new(1);

    /// <param name="limits">Its <see cref="SandboxLimits.CompileTime"/> and <see cref="SandboxLimits.CompilerBytes"/> count here.</param>
    /// <param name="walls">What is put around it: behind walls it finds no imports.</param>
    public CompilerProcess(SandboxLimits limits, Walls walls)
    {
        this.limits = limits;
        SandboxLimits bounds = limits with
        {
            WallTime = TimeSpan.MaxValue,
            CpuTime = TimeSpan.FromDays(365),
            MemoryBytes = limits.CompilerBytes,
            MessageBytes = 64 * 1024 * 1024,
        };
        child = new RestartingSandbox(() => SandboxProcess.Start(SandboxProgram.Compiler, bounds, walls));
    }

    /// <summary>Starts the process, so that it is there when it is needed.</summary>
    public void Start() => child.Start();

    /// <summary>Compiles cells one after another; see <see cref="ICompiler"/>.</summary>
    /// <param name="dialect">What the cells may take for granted.</param>
    /// <param name="folder">The notebook's folder, where its import is found; null when the library is there anyway.</param>
    /// <param name="source">The cells.</param>
    /// <param name="cancellationToken">Ends the wait. What the compiler has begun, it ends by itself or at its limits.</param>
    /// <exception cref="CompilationStoppedException">A cell was too much for the compiler.</exception>
    public Task<IReadOnlyList<CompiledCell>> CompileAsync(
        CellDialect dialect, string? folder, IReadOnlyList<SourceCell> source, CancellationToken cancellationToken = default) =>
        RunAsync(new Job(dialect, folder, source)).WaitAsync(cancellationToken);

    /// <summary>What it uses now.</summary>
    public (TimeSpan CpuTime, long MemoryBytes) Use() => child.Use() is { } use ? (use.CpuTime, use.MemoryBytes) : default;

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        room.Dispose();
        alone.Dispose();
    }

    private async Task<IReadOnlyList<CompiledCell>> RunAsync(Job job) => await SharedAsync(job) ?? await AloneAsync(job);

    // Null when the process ended, and it is not known for whose cell.
    private async Task<IReadOnlyList<CompiledCell>?> SharedAsync(Job job)
    {
        await room.WaitAsync();
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

            return null;
        }
        finally
        {
            room.Release();
        }
    }

    private async Task<IReadOnlyList<CompiledCell>> AloneAsync(Job job)
    {
        await alone.WaitAsync();
        int taken = 0;
        try
        {
            for (; taken < AtOnce; taken++)
                await room.WaitAsync();
            (IReadOnlyList<CompiledCell>? compiled, SandboxEndReason ended) = await AskAsync(job);
            return compiled ?? throw Stopped(ended, job);
        }
        finally
        {
            if (taken > 0)
                room.Release(taken);
            alone.Release();
        }
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

    /// <summary>Cells to compile, and how far the compiler is with them.</summary>
    private sealed class Job(CellDialect dialect, string? folder, IReadOnlyList<SourceCell> cells) : ICompileObserver
    {
        public CellDialect Dialect => dialect;

        public string? Folder => folder;

        public IReadOnlyList<SourceCell> Cells => cells;

        /// <summary>The cell that the compiler has come to; null before the first.</summary>
        public string? Cell { get; set; }

        public void Compiling(string cell) => Cell = cell;
    }
}
