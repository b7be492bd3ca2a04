using System.Threading.Channels;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Cli.Watch;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using Spectre.Console;

namespace CachingLab.Cli.Tests.Watch;

/// <summary>What a save brings to the board, by the grader's own path.</summary>
public sealed class CourseCheckerTests : IAsyncDisposable
{
    private readonly CourseCopy copy = new();
    private readonly SandboxPool pool;
    private readonly ExerciseGrader grader;
    private readonly CourseChecker checker;
    private CourseState state = new();

    public CourseCheckerTests()
    {
        GradeOptions options = CourseCopy.Patient;
        Walls walls = Walls.Choose(SandboxMode.Auto);
        pool = new SandboxPool(options.Limits, walls, ahead: 0);
        grader = new ExerciseGrader(options, walls, pool);
        checker = new CourseChecker(copy.Open().Course, grader, pool, copy.Open().Progress);
    }

    public async ValueTask DisposeAsync()
    {
        await grader.DisposeAsync();
        await pool.DisposeAsync();
        copy.Dispose();
    }

    [Fact]
    public async Task The_warm_up_turns_from_red_to_green_and_the_course_goes_on_from_there()
    {
        await SaveAsync(Course.WarmUp.Notebook);
        Assert.Equal((ExerciseState.NotAttempted, Course.WarmUp), (state.StateOf(Course.WarmUp), state.Next));
        int minutes = state.MinutesLeft;

        string red = copy.Answer(Course.WarmUp);
        await SaveAsync(Course.WarmUp, red + " // mine");
        Assert.Equal((ExerciseState.Failing, "warm-up", Course.WarmUp), (state.StateOf(Course.WarmUp), state.Shown, state.Next));
        Assert.Equal(["limit-is-included"], state.Records["warm-up"].Requirements.Where(r => r.Status is VerdictStatus.Failed).Select(r => r.Id));
        Assert.True(state.AllAttemptedPass, "the warm-up is no exercise, so it fails nothing");

        await SaveAsync(Course.WarmUp, red.Replace("< 10_000", "<= 10_000", StringComparison.Ordinal));
        Assert.Equal((ExerciseState.Passed, Course.Exercises[0]), (state.StateOf(Course.WarmUp), state.Next));
        Assert.Equal(minutes - Course.Notebooks[0].Minutes, state.MinutesLeft);
        Assert.Equal((0, 0), (state.Passed, state.Points));
        Assert.Equal(ExerciseState.Passed, CourseState.Remembered(copy.Open().Course, copy.Open().Progress).StateOf(Course.WarmUp));
    }

    [Fact]
    public async Task A_second_declaration_below_a_passing_answer_is_told_although_nothing_else_changed()
    {
        await SaveAsync(CourseCopy.CacheKey, copy.Solution(CourseCopy.CacheKey));
        Assert.Empty(state.Records["cache-key"].Notes);
        Notebook notebook = copy.Read("01-cache-key");
        int answer = notebook.Cells.TakeWhile(c => c.Id != CourseCopy.CacheKey.CellId).Count();
        Cell again = Cell.Code("again", "string MakeCacheKey(LlmRequest request) => \"always\";");
        await SaveAsync(notebook.WithCells([.. notebook.Cells.Take(answer + 1), again, .. notebook.Cells.Skip(answer + 1)]));

        Assert.Equal((ExerciseState.Passed, "cache-key"), (state.StateOf(CourseCopy.CacheKey), state.Shown));
        string report = Report();
        Assert.Contains($"Cell {answer + 2} declares MakeCacheKey again and is left out", report, StringComparison.Ordinal);
        Assert.Contains($"In the notebook the check judges cell {answer + 2}", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string MakeCacheKey(LlmRequest request) => request.Model;")]
    [InlineData("string MakeCacheKey(LlmRequest request) => ;")]
    public async Task An_answer_that_fails_after_one_that_passed_is_told_with_the_way_back(string answer)
    {
        await SaveAsync(CourseCopy.CacheKey, answer);
        Assert.DoesNotContain("restore", Report(), StringComparison.Ordinal);
        await SaveAsync(CourseCopy.CacheKey, copy.Solution(CourseCopy.CacheKey));
        Assert.DoesNotContain("restore", Report(), StringComparison.Ordinal);
        await SaveAsync(CourseCopy.CacheKey, answer);
        Assert.Contains($"an earlier answer of yours passed: '{LabCall.Name} restore cache-key' puts it back", Report(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_exercise_cell_is_told_with_the_way_to_get_it_back()
    {
        foreach (Exercise exercise in (Exercise[])[Course.WarmUp, CourseCopy.CacheKey])
        {
            Notebook notebook = copy.Read(exercise.Notebook);
            await SaveAsync(notebook.WithCells(notebook.Cells.Where(c => c.Id != exercise.CellId)));

            Assert.Equal(ExerciseState.CellMissing, state.StateOf(exercise));
            string cell = CellPlace.Under(copy.Open().Course.Pristine.Single(n => n.Name == exercise.Notebook), exercise.CellId);
            Assert.Contains($"The cell {cell} is not in this notebook: `{LabCall.Name} reset {exercise.Id}` puts it back.", Report(), StringComparison.Ordinal);
            Assert.Contains("cell missing", Report(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_notebook_whose_cells_are_all_foreign_is_told_once()
    {
        await SaveAsync(copy.Read("06-cache-policy").WithCells([Cell.Code("mine", "1 + 1")]));

        Assert.All(Course.Exercises.Where(e => e.Notebook == "06-cache-policy"), e => Assert.Equal(ExerciseState.CellMissing, state.StateOf(e)));
        Assert.Single(Report().Split('\n'), l => l.Contains("No cell of this notebook comes from the course's 06-cache-policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_answer_prints_stands_below_its_report_bounded()
    {
        await SaveAsync(CourseCopy.CacheKey.Notebook);
        await SaveAsync(CourseCopy.CacheKey, "string MakeCacheKey(LlmRequest request) { Console.WriteLine(\"asked\"); return request.Model; }");

        string[] report = Report().Split('\n');
        int headline = Array.FindIndex(report, l => l.StartsWith("The cache key: ", StringComparison.Ordinal));
        int printed = Array.FindIndex(report, l => l.StartsWith("Your code printed ", StringComparison.Ordinal));
        Assert.Contains("lines; the first 20:", report[printed], StringComparison.Ordinal);
        Assert.InRange(headline, 0, printed - 1);
        Assert.All(report[(printed + 1)..(printed + 21)], l => Assert.Equal("  asked", l));
        Assert.Equal(printed + 21, report.Length - 1);
    }

    [Fact]
    public async Task The_watch_has_the_notes_that_the_grader_has()
    {
        Notebook notebook = copy.Read("01-cache-key");
        Cell[] cells = [.. notebook.Cells.Select(c => c.Id == "draft-key" ? c.WithSource("#nullable enable\n" + c.Source) : c), Cell.Code("odd", "#!time\n1")];
        await SaveAsync(notebook.WithCells(cells));
        await SaveAsync(CourseCopy.CacheKey, "string MakeCacheKey(LlmRequest request) => request.Model;");
        SubmissionRecord graded = await new NotebookGrader(copy.Open().Course, grader)
            .GradeAsync(copy.FileOf("01-cache-key"), "01-cache-key.ipynb", TestContext.Current.CancellationToken);

        Assert.Equal(graded.Exercises[0].Notes, state.Records["cache-key"].Notes);
        Assert.Equal(2, graded.Exercises[0].Notes.Count);
    }

    /// <summary>The board and what stands below it, on a terminal wide enough for every line.</summary>
    private string Report()
    {
        var console = new TestConsole(400);
        var style = new BoardStyle(400, Unicode: false);
        console.Console.Write(BoardView.Of(state, style));
        new LabView(state).WriteBelow(console.Console, style, brief: true);
        return console.Text;
    }

    private Task SaveAsync(Exercise exercise, string answer)
    {
        copy.Write(exercise, answer);
        return SaveAsync(exercise.Notebook);
    }

    private Task SaveAsync(Notebook notebook)
    {
        NotebookWriter.Write(notebook, copy.FileOf(notebook.Name));
        return SaveAsync(notebook.Name);
    }

    private async Task SaveAsync(string name)
    {
        var events = Channel.CreateUnbounded<LabEvent>();
        await checker.CheckAsync(name, copy.Read(name), events.Writer, TestContext.Current.CancellationToken);
        while (events.Reader.TryRead(out LabEvent? happened))
            state = happened is Judged judged ? state.With(judged.Record, judged.Show) : state;
    }
}
