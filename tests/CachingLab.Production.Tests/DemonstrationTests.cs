using System.Collections.Concurrent;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Grading.Runs;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;
using CachingLab.Production.Tests.Servers;
using CachingLab.Worker.Protocol;

namespace CachingLab.Production.Tests;

/// <summary>The variables turn the demonstrations of part two to a real server, and no check ever asks it.</summary>
public sealed class DemonstrationTests
{
    private static readonly CourseFolder CourseHere = CourseFolder.Find(AppContext.BaseDirectory);

    // Ends a test that hangs; nothing that a busy machine does takes so long.
    private static readonly SandboxLimits Patient = new()
    {
        WallTime = TimeSpan.FromMinutes(5), CpuTime = TimeSpan.FromMinutes(2), CompileTime = TimeSpan.FromMinutes(2), MemoryBytes = 2L * 1024 * 1024 * 1024,
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Course.PartTwo.Notebooks.Select(n => new TheoryDataRow<string>(n.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_solved_notebook_runs_on_a_real_server_and_its_checks_make_no_connection(string name)
    {
        await using ModelServer server = new(ModelAnswer.Text("Yes, until six."));
        Cell[] code = [.. NotebookReader.Read(Path.Combine(CourseHere.SolutionsFolder, name + ".ipynb")).Cells.Where(c => c.IsCode)];
        Connected connected = new(server);
        await using CompilerProcess compiler = new(Patient, Walls.None);
        RunOptions options = new(CourseHere.SolutionsFolder, Directory.CreateTempSubdirectory("demonstration-").FullName)
        {
            Limits = Patient, Progress = connected, Variables = Variables(server),
        };
        IReadOnlyList<CellRun> runs = await new CellsRunner(compiler).RunAsync(
            [.. code.Select(c => new SourceCell(c.Id!, EngineLines.OfCell(c.Source, c.Id!).Source))], options, TestContext.Current.CancellationToken);

        connected.Started("");
        Directory.Delete(options.WorkFolder, recursive: true);
        Tell(name, runs, server);
        Assert.All(runs, r => Assert.Null(r.Problem));
        KeyValuePair<string, int>[] checks = [.. connected.During.Where(c => c.Key.StartsWith("check-", StringComparison.Ordinal))];
        Assert.NotEmpty(checks);
        Assert.All(checks, c => Assert.Equal((c.Key, 0), (c.Key, c.Value)));
        if (code.Any(c => c.Source.Contains(nameof(LabModel), StringComparison.Ordinal)))
        {
            Assert.Contains(runs, r => Printed(r).Contains($"The model small at {server.Endpoint} answers.", StringComparison.Ordinal));
            Assert.NotEmpty(server.Requests);
        }
    }

    [Fact]
    public async Task A_grading_makes_no_connection()
    {
        await using ModelServer server = new(ModelAnswer.Text("Yes, until six."));
        foreach ((string variable, string value) in Variables(server))
            Environment.SetEnvironmentVariable(variable, value);
        await using ExerciseGrader exercises = new(new GradeOptions { Limits = Patient }, Walls.Here);
        NotebookGrader grader = new(CourseHere, exercises);

        try
        {
            foreach (string name in Course.PartTwo.Notebooks.Select(n => n.Name))
            {
                Notebook solved = NotebookReader.Read(Path.Combine(CourseHere.SolutionsFolder, name + ".ipynb"));
                SubmissionRecord record = await grader.GradeAsync(solved, name, cancellationToken: TestContext.Current.CancellationToken);
                Assert.All(record.Exercises, e => Assert.Equal((e.Id, GradeStatus.Passed), (e.Id, e.Status)));
            }
        }
        finally
        {
            foreach (string variable in Variables(server).Keys)
                Environment.SetEnvironmentVariable(variable, null);
        }

        Assert.Equal(0, server.Connections);
    }

    private static Dictionary<string, string> Variables(ModelServer server) => new()
    {
        [LabModel.EndpointVariable] = server.Endpoint.ToString(),
        [LabModel.ModelVariable] = "small",
        [LabModel.KeyVariable] = "sk-very-secret",
    };

    private static string Printed(CellRun run) => string.Concat(run.Outputs.Select(o => o.Text + "\n"));

    private static void Tell(string name, IEnumerable<CellRun> runs, ModelServer server)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"== {name}: {server.Requests.Count} requests in {server.Connections} connections");
        foreach (CellRun run in runs.Where(r => r.Outputs.Count > 0 || r.Problem is not null))
            TestContext.Current.TestOutputHelper?.WriteLine($"-- {run.Cell}\n{Printed(run)}{run.Problem}");
    }

    /// <summary>How many connections were made while each cell ran.</summary>
    private sealed class Connected(ModelServer server) : IRunProgress
    {
        private string running = "";
        private int before;

        public ConcurrentDictionary<string, int> During { get; } = new();

        public void Started(string cell)
        {
            During[running] = server.Connections - before;
            (running, before) = (cell, server.Connections);
        }

        public void Shown(string cell, CellOutput output)
        {
            // Only the beginnings count.
        }
    }
}
