using System.Text.RegularExpressions;
using CachingLab.Course.Tests.Shared;
using CachingLab.Grading.Runs;
using CachingLab.Notebooks;
using CachingLab.Worker.Protocol;

namespace CachingLab.Course.Tests.Running;

/// <summary>"Run All" comes to the end of every notebook, whatever the learner has written so far.</summary>
public sealed partial class RunAllTests
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
        string[] waiting = ["01-cache-key", "02-memory-cache", "03-file-cache", "04-request-log", "05-cached-call", "06-cache-policy", "09-chat-client"];
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

    [Theory]
    [MemberData(nameof(Pasted))]
    public async Task What_the_text_offers_to_paste_runs_and_shows_what_the_text_says(string name, string[] shown)
    {
        var cells = new List<SourceCell>();
        foreach (Cell cell in LearnersState.Notebook(name, LearnersState.Finished).Cells)
        {
            IEnumerable<string> code = cell.IsCode ? [cell.Source] : CSharp().Matches(cell.Source).Select(m => m.Groups["code"].Value);
            cells.AddRange(code.Select((c, i) => new SourceCell($"{cell.Id}{(cell.IsCode ? "" : $"/{i}")}", c)));
        }

        IReadOnlyList<CellRun> runs = await RunAsync([.. cells]);
        CourseFiles.NoneOf(runs.Where(r => r.Problem is not null).Select(r => $"{name}: {r.Problem}"));
        string printed = string.Join('\n', runs.Where(r => r.Cell.Contains('/', StringComparison.Ordinal)).Select(Printed));
        Assert.All(shown, s => Assert.Contains(s, printed, StringComparison.Ordinal));
    }

    public static IEnumerable<TheoryDataRow<string, string[]>> Pasted =>
    [
        new("01-cache-key", ["\"\\uFFFD\"\n\"\\uFFFD\""]),
        new("03-file-cache", ["Replace:   0 of"]),
        new("05-cached-call", ["RequestId=over_3", "calls that reached the model: 1", "20 visitors, 20 calls"]),
        new("06-cache-policy", ["one"]),
        new("08-providers-cache", ["Ann: 0 of ", "Bob: 36"]),
        new("09-chat-client", ["fake-1: 110 tokens, marked: False\nfake-1: 110 tokens, marked: False\nfake-1: 110 tokens, marked: False"]),
    ];

    [Fact]
    public async Task The_second_answer_of_03_meets_all_that_the_first_meets()
    {
        Notebook notebook = LearnersState.Notebook("03-file-cache", LearnersState.Finished);
        SourceCell[] cells =
        [
            .. notebook.Cells.Where(c => c.IsCode && c.Id is "setup" or "usings" or "ex-file-cache").Select(c => new SourceCell(c.Id!, c.Source)),
            new("second", "Check.FileCache(path => new ManyProcessesFileCache(path));"),
        ];
        string printed = Printed((await RunAsync(cells)).Single(r => r.Cell == "second"));
        Assert.Contains("requirements met", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("[no]", printed, StringComparison.Ordinal);
    }

    private static string Printed(CellRun run) => string.Join('\n', run.Outputs.Select(o => o.Text));

    private static Task<IReadOnlyList<CellRun>> RunAsync(string name, string state) =>
        RunAsync([.. LearnersState.Notebook(name, state).Cells.Where(c => c.IsCode).Select(c => new SourceCell(c.Id!, c.Source))]);

    private static async Task<IReadOnlyList<CellRun>> RunAsync(SourceCell[] cells)
    {
        DirectoryInfo work = Directory.CreateTempSubdirectory("cachinglab-run-");
        try
        {
            var options = new RunOptions(CourseFiles.FolderOf("notebooks"), work.FullName) { Dialect = CellDialect.Strict };
            return await Runner.RunAsync(cells, options with { Limits = options.Limits with { WallTime = TimeSpan.FromMinutes(10) } });
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
