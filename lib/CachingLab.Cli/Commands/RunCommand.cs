using System.CommandLine;
using CachingLab.Cli.Computer;
using CachingLab.Cli.Kernels;
using CachingLab.Grading;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Runs;
using CachingLab.Notebooks;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab run</c>: executes notebooks from top to bottom, as a notebook engine's "Run All" does.</summary>
internal static class RunCommand
{
    private const string About =
        """
        Executes notebooks top to bottom in a process of their own, and prints each output as it comes.

        The first cell that fails ends the run of its notebook. On a terminal a line says which cell runs; Ctrl+C stops it.
        Of what a cell prints, the first 20,000 and the last 4,000 characters are shown; reports and tables always are.

        With --engine interactive the cells run on .NET Interactive itself, the tool of the repository's tool manifest, to
        compare. There all that a cell prints is shown, and only --seconds bounds what it does.
        """;

    private const string Interactive = "interactive";

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "notebooks or folders of notebooks", DefaultValueFactory = _ => ["notebooks"] };
        var write = new Option<bool>("--write") { Description = "store the outputs in the notebook" };
        var seconds = new Option<int>("--seconds") { Description = "how long one notebook may take", DefaultValueFactory = _ => 120 };
        var engine = new Option<string?>("--engine") { Description = "the notebook engine to run on, in place of lab's own runner", HelpName = Interactive };
        engine.AcceptOnlyFromAmong(Interactive);
        var command = new Command("run", About) { paths, write, seconds, engine };
        command.SetInterruptible(async (parsed, cancellationToken) => await RunAsync(
            parsed.GetValue(paths)!,
            parsed.GetValue(engine) is null ? null : await EngineRunner.FindAsync(CourseFolder.Find(AppContext.BaseDirectory).Root, Machine.This, cancellationToken),
            parsed.GetValue(write),
            TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            Console.Out,
            Console.Error,
            cancellationToken));
        return command;
    }

    /// <summary>The file that an argument names, or the notebooks of a folder in order.</summary>
    /// <exception cref="FileNotFoundException">The folder has no notebook.</exception>
    internal static IEnumerable<string> NotebooksIn(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        string[] files = [.. Directory.EnumerateFiles(path, "*.ipynb").Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new FileNotFoundException($"no notebook (*.ipynb) in {path}");
    }

    internal static async Task<int> RunAsync(
        IEnumerable<string> paths, EngineRunner? engine, bool write, TimeSpan wallTime, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        int code = ExitCode.Passed;
        await using var compiler = new CompilerProcess(new SandboxLimits(), Walls.None);
        Runner runner = engine is null ? new CellsRunner(compiler).RunAsync : engine.RunAsync;
        foreach (string file in paths.SelectMany(NotebooksIn))
        {
            try
            {
                Notebook notebook = NotebookReader.Read(file);
                var cells = new NotebookCells(notebook, forEngine: engine is not null);
                foreach (string note in cells.Notes)
                    await errors.WriteLineAsync($"{file}: {note}");
                if (await RunAsync(runner, file, cells, write, wallTime, output, cancellationToken) is { } problem)
                {
                    await errors.WriteLineAsync($"{file}: {problem}");
                    code = Math.Max(code, ExitCode.Failed);
                }
            }
            catch (NotebookFormatException e)
            {
                await errors.WriteLineAsync(e.Message);
                code = ExitCode.BadInput;
            }

            if (cancellationToken.IsCancellationRequested)
                return ExitCode.BadInput;
        }

        return code;
    }

    /// <summary>Runs one notebook.</summary>
    /// <returns>Why the run failed, in one line, or null.</returns>
    private static async Task<string?> RunAsync(
        Runner runner, string file, NotebookCells cells, bool write, TimeSpan wallTime, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"== {file}");
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (cells.Count == 0)
            return null;
        using var shown = new RunOutput(cells, output, Console.IsErrorRedirected ? null : Console.Error, () => Console.WindowWidth, TimeProvider.System);
        var options = new RunOptions(folder, folder) { Progress = shown };
        options = options with { Limits = options.Limits with { WallTime = wallTime, CpuTime = wallTime * Environment.ProcessorCount } };
        IReadOnlyList<CellRun> runs;
        try
        {
            shown.Prepare();
            runs = await runner([.. cells.Code], options, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            string at = shown.Running is { } running ? $"in {cells.TitleOf(running)}; its outputs up to here are above" : "before its first cell ran";
            return $"stopped {at}{(write ? ", and the file is as it was" : "")}";
        }
        finally
        {
            shown.End();
        }

        if (write)
            NotebookWriter.Write(cells.WithOutputs(runs), file);
        return runs.Select(r => r.Problem).LastOrDefault() is { } problem ? problem.In(cells.TitleOf(problem.Cell)) : null;
    }

    /// <summary>Runs code cells, and returns those that ran.</summary>
    private delegate Task<IReadOnlyList<CellRun>> Runner(IReadOnlyList<SourceCell> cells, RunOptions options, CancellationToken cancellationToken);
}
