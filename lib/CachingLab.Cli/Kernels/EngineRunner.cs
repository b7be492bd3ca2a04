using System.Globalization;
using System.Text.RegularExpressions;
using CachingLab.Cli.Computer;
using CachingLab.Grading.Runs;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Kernels;

/// <summary>Runs the code cells of a notebook on .NET Interactive, as <see cref="CellsRunner"/> does without it. The first cell that fails ends the run.</summary>
/// <param name="command">The command that starts the engine's tool.</param>
internal sealed partial class EngineRunner(IReadOnlyList<string> command)
{
    /// <summary>Creates the runner for the tool that the repository pins.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="machine">The computer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The tool is not restored.</exception>
    public static async Task<EngineRunner> FindAsync(string root, Machine machine, CancellationToken cancellationToken) =>
        new(await EngineTool.Pinned(root).FindAsync(machine, cancellationToken) ?? throw new IOException(EngineTool.Absent));

    /// <summary>Runs all cells in a new session, and returns those that ran.</summary>
    /// <param name="cells">The code cells in order, as they are in the notebook.</param>
    /// <param name="options">The folder, the limits and the observer.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="IOException">The tool did not become ready.</exception>
    public async Task<IReadOnlyList<CellRun>> RunAsync(IReadOnlyList<SourceCell> cells, RunOptions options, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(TimeSpan.FromMilliseconds(Math.Clamp(options.Limits.WallTime.TotalMilliseconds, 0, int.MaxValue)));
        string seconds = $"{options.Limits.WallTime.TotalSeconds:0} s";
        using EngineSession session = await StartAsync();
        var runs = new List<CellRun>();
        long left = options.Limits.PrintedBytes / sizeof(char);
        foreach (SourceCell cell in cells)
        {
            options.Progress?.Started(cell.Id);
            var outputs = new List<CellOutput>();
            CellProblem? problem = await ProblemAsync(cell, outputs);
            runs.Add(new CellRun(cell.Id, outputs, problem));
            if (problem is not null)
                break;
        }

        return runs;

        async Task<EngineSession> StartAsync()
        {
            try
            {
                return await EngineSession.StartAsync(command, options.WorkFolder, stop.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new IOException($"the engine was not ready after {seconds}: allow more with --seconds N");
            }
        }

        async Task<CellProblem?> ProblemAsync(SourceCell cell, List<CellOutput> outputs)
        {
            try
            {
                string? failure = await session.RunAsync(cell.Code, o => Take(cell.Id, o, outputs), stop.Token);
                return failure is null ? null : ProblemOf(cell.Id, failure);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new CellProblem(cell.Id, 0, 0, "", $"still running after {seconds}: mend what never ends, or allow more with --seconds N");
            }
            catch (IOException e)
            {
                return new CellProblem(cell.Id, 0, 0, "", e.Message);
            }
        }

        void Take(string cell, CellOutput output, List<CellOutput> outputs)
        {
            left -= output.Text.Length + (output.Html?.Length ?? 0);
            if (left < 0)
                throw new IOException("it printed or showed more than a run may: take the output out of the loop");
            if (output.Kind is OutputKind.Printed && outputs is [.., { Kind: OutputKind.Printed } last])
                outputs[^1] = last with { Text = last.Text + output.Text };
            else
                outputs.Add(output);
            options.Progress?.Shown(cell, output);
        }
    }

    /// <summary>Converts the engine's message about a failed cell: the first compiler error, or an exception with its stack trace.</summary>
    private static CellProblem ProblemOf(string cell, string failure)
    {
        string first = failure.Split('\n')[0].Trim();
        if (Mistake().Match(first) is { Success: true } match)
            return new CellProblem(cell, Number(match.Groups[1]), Number(match.Groups[2]), match.Groups[3].Value, match.Groups[4].Value);
        return new CellProblem(cell, 0, 0, "", Namespaces().Replace(first, ""));
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\((\d+),(\d+)\): error (\w+): (.*)")]
    private static partial Regex Mistake();

    [GeneratedRegex(@"^[\w.#+]+[.+](?=\w+: )")]
    private static partial Regex Namespaces();
}
