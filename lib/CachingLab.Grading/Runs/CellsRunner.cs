using CachingLab.Grading.Isolation;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Runs;

/// <summary>Runs the code cells of a notebook from top to bottom, as "Run All" does. The first cell that fails ends the run.</summary>
/// <param name="compiler">Compiles the cells. It has no walls because it reads what they import.</param>
public sealed class CellsRunner(CompilerProcess compiler)
{
    /// <summary>Compiles all cells, runs them in a process of their own, and returns those that ran.</summary>
    public async Task<IReadOnlyList<CellRun>> RunAsync(
        IReadOnlyList<SourceCell> cells, RunOptions options, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<CompiledCell> compiled;
        try
        {
            compiled = await compiler.CompileAsync(
                options.Dialect, options.ImportFolder, [.. cells.Select(c => c with { IsNeeded = true })], cancellationToken);
        }
        catch (CompilationStoppedException e)
        {
            string cell = e.Cell ?? cells[0].Id;
            return [new CellRun(cell, [], new CellProblem(cell, 0, 0, "", e.Problem))];
        }

        CompiledCell? broken = compiled is [.., { Problems.Count: > 0 } last] ? last : null;
        CompiledCell[] sound = [.. compiled.Where(c => c != broken)];
        IReadOnlyList<CellRun> runs = sound.Length == 0 ? [] : await RunCompiledAsync(sound, options, cancellationToken);
        return broken is null || runs.Any(r => r.Problem is not null)
            ? runs
            : [.. runs, new CellRun(broken.Id, [], broken.Problems[0])];
    }

    private static async Task<IReadOnlyList<CellRun>> RunCompiledAsync(
        CompiledCell[] cells, RunOptions options, CancellationToken cancellationToken)
    {
        await using var sandbox = new SandboxProcess(
            SandboxProgram.Cells, options.Limits, Walls.None, options.WorkFolder, variables: options.Variables);
        var log = new RunLog(options.Limits, options.Progress, () => sandbox.Stop(SandboxEndReason.Printed));
        sandbox.Arm();
        CellProblem? lost = null;
        try
        {
            CompiledCell[] program = [.. cells.Where(c => !c.Assembly.IsEmpty)];
            string[] assemblies = [.. cells.SelectMany(c => c.Assemblies).Distinct()];
            await sandbox.Connection.Remote<IWorker>().RunAsync(new CellProgram(program, cells.Length, assemblies), log).WaitAsync(cancellationToken);
        }
        catch (PeerClosedException)
        {
            SandboxEnd end = await sandbox.Ended.WaitAsync(cancellationToken);
            lost = new CellProblem(log.Running ?? cells[0].Id, 0, 0, "", RunEnd.Of(end, options.Limits));
        }

        return [.. Runs(cells, log, lost)];
    }

    private static IEnumerable<CellRun> Runs(IReadOnlyList<CompiledCell> cells, RunLog log, CellProblem? lost)
    {
        foreach (string id in cells.Select(c => c.Id))
        {
            CellProblem? problem = lost?.Cell == id ? lost : log.ErrorOf(id) is { } error ? ProblemOf(id, error) : null;
            yield return new CellRun(id, log.OutputsOf(id), problem);
            if (problem is not null)
                yield break;
        }
    }

    private static CellProblem ProblemOf(string cell, WireError error)
    {
        string type = error.TypeNames[0][(error.TypeNames[0].LastIndexOfAny(['.', '+']) + 1)..];
        return new CellProblem(cell, error.Line ?? 0, 0, "", $"{type}: {Exams.CodeText.FirstLine(error.Message)}");
    }
}

/// <summary>The outcome of one cell in a run: what it printed, showed and returned, in order, and why it failed, or null.</summary>
public sealed record CellRun(string Cell, IReadOnlyList<CellOutput> Outputs, CellProblem? Problem);
