using CachingLab.Grading.Isolation;
using CachingLab.Grading.Runs;
using CachingLab.Notebooks;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Tests.Bank;

/// <summary>Runs a counterexample's code as a learner does: in a cell of the notebook, below the answer, in the headless runner.</summary>
internal sealed class PastedCode : IAsyncDisposable
{
    private const string Pasted = "pasted";
    private static readonly CourseFolder CourseHere = CourseFolder.Find(AppContext.BaseDirectory);

    // What is compared is what the code prints, not how fast a busy machine lets it.
    private static readonly SandboxLimits Patient = new() { WallTime = TimeSpan.FromMinutes(5), CpuTime = TimeSpan.FromMinutes(2), CompileTime = TimeSpan.FromMinutes(2) };
    private readonly CompilerProcess compiler = new(Patient, Walls.None);

    /// <summary>The lines that the code prints; what it throws is the last one.</summary>
    public async Task<IReadOnlyList<string>> PrintedAsync(KnownAnswer answer, string code, CancellationToken cancellationToken)
    {
        Notebook pristine = CourseHere.Pristine.Single(n => n.Name == answer.Exercise.Notebook);
        SourceCell[] cells =
        [
            new SourceCell("setup", pristine.Find("setup")!.Source) { IsShared = true },
            new SourceCell("usings", pristine.Find("usings")!.Source) { IsShared = true },
            new SourceCell(answer.Exercise.CellId, answer.Source),
            new SourceCell(Pasted, code),
        ];
        CellRun last = await LastAsync(cells, CellDialect.Strict, cancellationToken);

        // An answer may use what only some engines give to a cell.
        if (last.Cell == answer.Exercise.CellId)
            last = await LastAsync(cells, CellDialect.Runner, cancellationToken);
        Assert.True(last.Cell == Pasted, $"{answer.Title}: {last.Problem}");
        string[] printed = string.Concat(last.Outputs.Select(o => o.Text + "\n")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return last.Problem is { } problem ? [.. printed, problem.Message] : printed;
    }

    private async Task<CellRun> LastAsync(SourceCell[] cells, CellDialect dialect, CancellationToken cancellationToken)
    {
        using var work = new Submissions.TemporaryFolder();
        var options = new RunOptions(CourseHere.SolutionsFolder, work.Root) { Limits = Patient, Dialect = dialect };
        IReadOnlyList<CellRun> runs = await new CellsRunner(compiler).RunAsync(cells, options, cancellationToken);
        return runs[^1];
    }

    public ValueTask DisposeAsync() => compiler.DisposeAsync();
}
