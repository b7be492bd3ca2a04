using CachingLab.Execution;
using CachingLab.Notebooks;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Course.Tests;

/// <summary>"Run All" comes to the end of every notebook, whatever the learner has written so far.</summary>
public sealed class RunAllTests
{
    private static readonly (string Name, string State)[] All =
        [.. CourseFiles.Names.SelectMany(n => LearnersState.Of(n).Select(s => (n, s)))];

    private static readonly CellsRunner Runner = new(SharedCompiler.Process);

    private static readonly SharedWork<(string Name, string State), IReadOnlyList<CellRun>> Runs = new(All, k => RunAsync(k.Name, k.State));

    public static IEnumerable<TheoryDataRow<string, string>> States => All.Select(
        s => new TheoryDataRow<string, string>(s.Name, s.State) { TestDisplayName = $"Run All, {s.Name.Replace('-', ' ')}, {s.State}", Label = "" });

    [Theory]
    [MemberData(nameof(States))]
    public async Task Run_All_comes_to_the_end(string name, string state)
    {
        IReadOnlyList<CellRun> runs = await Runs[(name, state)];
        CourseFiles.NoneOf(runs.Where(r => r.Problem is not null).Select(r => $"{name}, {state}: {r.Problem}"));
        Assert.Equal(CourseFiles.Pristine(name).Cells.Where(c => c.IsCode).Select(c => c.Id), runs.Select(r => r.Cell));
        foreach (CellRun run in runs.Where(r => r.Cell.StartsWith("check-", StringComparison.Ordinal) || r.Cell == "red-or-green"))
            Assert.Contains(LearnersState.Report(name, state, run.Cell), Printed(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_that_need_an_answer_say_so_until_there_is_one()
    {
        string[] waiting = ["01-cache-key", "02-memory-cache", "03-file-cache", "04-request-log", "05-cached-call", "06-cache-policy"];
        foreach (string name in waiting)
        {
            Assert.Contains(await Runs[(name, LearnersState.Untouched)], r => Printed(r).Contains("Not written yet: finish ", StringComparison.Ordinal));
            Assert.DoesNotContain(await Runs[(name, LearnersState.Finished)], r => Printed(r).Contains("Not written yet", StringComparison.Ordinal));
            Assert.DoesNotContain(await Runs[(name, LearnersState.Finished)], r => Printed(r).Contains("Your code threw", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_checkpoint_of_the_solved_05_prints_the_lab_s_two_log_lines()
    {
        string printed = Printed((await Runs[("05-cached-call", LearnersState.Finished)]).Single(r => r.Cell == "checkpoint"));
        Assert.Matches(@"llm_call_ok .*RequestId=\S+ .*LatencySeconds=\d", printed);
        Assert.Contains("llm_cache_hit", printed, StringComparison.Ordinal);
    }

    private static string Printed(CellRun run) => string.Join('\n', run.Outputs.Select(o => o.Text));

    private static async Task<IReadOnlyList<CellRun>> RunAsync(string name, string state)
    {
        DirectoryInfo work = Directory.CreateTempSubdirectory("cachinglab-run-");
        try
        {
            SourceCell[] cells = [.. LearnersState.Notebook(name, state).Cells.Where(c => c.IsCode).Select(c => new SourceCell(c.Id!, c.Source))];
            var options = new RunOptions(CourseFiles.FolderOf("notebooks"), work.FullName) { Dialect = CellDialect.Strict };
            return await Runner.RunAsync(cells, options);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
