using System.CommandLine;
using CachingLab.Execution;
using CachingLab.Notebooks;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab run</c>: executes notebooks from top to bottom, as a notebook engine's "Run All" does.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "notebooks or folders of notebooks", DefaultValueFactory = _ => ["notebooks"] };
        var write = new Option<bool>("--write") { Description = "store the outputs in the notebook" };
        var seconds = new Option<int>("--seconds") { Description = "how long one notebook may take", DefaultValueFactory = _ => 120 };
        var command = new Command("run", "Executes notebooks top to bottom in a process of their own and prints their outputs.") { paths, write, seconds };
        command.SetInterruptible((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(paths)!, parsed.GetValue(write), TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IEnumerable<string> paths, bool write, TimeSpan wallTime, CancellationToken cancellationToken)
    {
        int code = ExitCode.Passed;
        await using var compiler = new CompilerProcess(new SandboxLimits(), Walls.None);
        var runner = new CellsRunner(compiler);
        foreach (string file in paths.SelectMany(NotebookFiles.In))
        {
            try
            {
                Notebook notebook = NotebookReader.Read(file);
                bool passed = await RunAsync(runner, file, notebook, write, wallTime, cancellationToken);
                code = Math.Max(code, passed ? ExitCode.Passed : ExitCode.Failed);
            }
            catch (NotebookFormatException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                code = ExitCode.BadInput;
            }
        }

        return code;
    }

    private static async Task<bool> RunAsync(
        CellsRunner runner, string file, Notebook notebook, bool write, TimeSpan wallTime, CancellationToken cancellationToken)
    {
        Console.WriteLine($"== {file}");
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var options = new RunOptions(folder, folder);
        options = options with { Limits = options.Limits with { WallTime = wallTime } };
        SourceCell[] cells = [.. NotebookCells.Code(notebook)];
        IReadOnlyList<CellRun> runs = await runner.RunAsync(cells, options, cancellationToken);
        foreach (CellRun run in runs)
            Print(run);
        if (write)
            NotebookWriter.Write(NotebookCells.WithOutputs(notebook, runs), file);
        CellProblem? problem = runs.Select(r => r.Problem).LastOrDefault();
        if (problem is null)
            return true;
        await Console.Error.WriteLineAsync($"{file}: {problem}");
        return false;
    }

    private static void Print(CellRun run)
    {
        if (run.Outputs.Count == 0)
            return;
        Console.WriteLine($"-- {run.Cell}");
        foreach (string text in run.Outputs.Select(o => o.Text))
        {
            Console.Write(text);
            if (!text.EndsWith('\n'))
                Console.WriteLine();
        }
    }
}
