using CachingLab.Exams;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Grading.Submissions;
using CachingLab.Grading.Tests.Reports;

namespace CachingLab.Grading.Tests.Submissions;

public sealed class ClassGraderTests(PatientGrader patient) : IClassFixture<PatientGrader>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Bad_files_among_good_ones_are_rows_in_their_places_and_one_content_twice_is_graded_twice()
    {
        folder.Write("a/06.ipynb", CopiedNotebook.Text(CopiedNotebook.Right));
        folder.Write("b/06.ipynb", "{");
        folder.Write("c/06.ipynb", CopiedNotebook.Text(CopiedNotebook.Wrong));
        folder.Write("d/other.ipynb", """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        folder.Write("e/06.ipynb", "");
        folder.Write("f/06.ipynb", CopiedNotebook.Text(CopiedNotebook.Right));
        (IReadOnlyList<SubmissionRecord> rows, List<ClassProgress> progress) = await GradeAsync();
        Assert.Equal(
            ["a/06.ipynb Passed", "b/06.ipynb error", "c/06.ipynb Failed", "d/other.ipynb error", "e/06.ipynb error", "f/06.ipynb Passed"],
            rows.Select(r => $"{r.Path} {(r.Error is null ? r.Exercises[^1].Status.ToString() : "error")}"));
        Assert.All(rows.Where(r => r.Error is not null), r => Assert.DoesNotContain('\n', r.Error!));
        Assert.Equal([1, 2, 3, 4, 5, 6], progress.Select(p => p.Done));
        Assert.All(progress, p => Assert.Equal((6, 0), (p.Total, p.Kept)));
    }

    [Fact]
    public async Task A_run_stopped_twice_ends_in_the_report_of_one_that_was_not()
    {
        string[] answers = [CopiedNotebook.Right, CopiedNotebook.Wrong, CopiedNotebook.Broken];
        for (int i = 0; i < 6; i++)
            folder.Write($"class/{i}/06.ipynb", CopiedNotebook.Text(answers[i % 3]));
        (IReadOnlyList<SubmissionRecord> whole, _) = await GradeAsync("other-runs");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GradeAsync(stopAfter: 1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GradeAsync(stopAfter: 3));
        (IReadOnlyList<SubmissionRecord> parts, List<ClassProgress> progress) = await GradeAsync();
        Assert.True(progress[^1].Kept >= 2, "nothing was kept of the runs that were stopped");
        Assert.Equal(Text(whole), Text(parts));
    }

    [Fact]
    public async Task One_that_was_under_way_at_a_sudden_end_is_graded_alone_and_after_a_second_such_end_not_at_all()
    {
        for (int i = 0; i < 4; i++)
            folder.Write($"class/{i}/06.ipynb", CopiedNotebook.Text(CopiedNotebook.Right));
        for (int part = 0; part < 2; part++)
        {
            IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
            using GradingRun run = GradingRun.Open(folder[".runs"], [folder.Root], "course", 11);
            run.Begin(set[1], ClassGrader.Digest(set[1].Read()));
            if (part == 0)
                run.Begin(set[2], ClassGrader.Digest(set[2].Read()));
        }

        (IReadOnlyList<SubmissionRecord> rows, List<ClassProgress> progress) = await GradeAsync();
        Assert.Equal(["Passed", "Blocked", "Passed", "Passed"], rows.Select(r => r.Exercises[^1].Status.ToString()));
        Assert.Contains("stopped the grader", rows[1].Exercises[^1].Message, StringComparison.Ordinal);
        Assert.All(rows[1].Exercises[^1].Requirements, r => Assert.Equal(VerdictStatus.NotRun, r.Status));
        Assert.Equal(4, progress[^1].Done);
    }

    [Fact]
    public async Task A_grader_that_fails_on_one_submission_goes_on_with_the_rest()
    {
        FoundSubmission[] found =
            [new("a.ipynb", () => throw new InvalidOperationException("no\nmore")), new("b.ipynb", () => throw new NotSupportedException())];
        using GradingRun run = GradingRun.Open(folder["runs"], ["x"], "course", 11);
        var rows = await new ClassGrader(new NotebookGrader(CopiedNotebook.Course, patient.Exercises), 2)
            .GradeAsync(found, run, null, TestContext.Current.CancellationToken);
        Assert.Equal("not graded, because the grader itself failed (InvalidOperationException: no): grade it again", rows[0].Error);
        Assert.Equal("b.ipynb", rows[1].Path);
    }

    [Fact]
    public async Task Texts_that_a_learner_chooses_are_cut_before_they_enter_the_record()
    {
        const string Answer = "bool ShouldCache(LlmRequest r) => throw new Exception(new string('x', 100_000));";
        folder.Write("06.ipynb", CopiedNotebook.Text(Answer));
        (IReadOnlyList<SubmissionRecord> rows, _) = await GradeAsync();
        Assert.Equal(GradeStatus.Failed, rows[0].Exercises[^1].Status);
        Assert.All(rows[0].Exercises[^1].Requirements, r => Assert.InRange(r.Message.Length, 0, 2_100));
    }

    [Theory]
    [InlineData(0, 0, 0, "0/400 graded")]
    [InlineData(12, 0, 30, "12/400 graded, about 17 min left")]
    [InlineData(210, 200, 1, "210/400 graded (200 in an earlier run), less than a minute left")]
    [InlineData(10, 0, 600, "10/400 graded, about 6.5 h left")]
    [InlineData(400, 0, 600, "400/400 graded")]
    public void Progress_says_how_long_the_rest_takes_at_this_runs_own_pace(int done, int kept, int seconds, string text) =>
        Assert.Equal(text, new ClassProgress(done, 400, kept, TimeSpan.FromSeconds(seconds)).ToString());

    private static string Text(IEnumerable<SubmissionRecord> rows) => Written.Text(
        JsonReport.Write, new GradeBook([.. rows.Select(r => r with { Exercises = [.. r.Exercises.Select(Timeless)] })], ""));

    private static ExerciseRecord Timeless(ExerciseRecord record) =>
        record with { Seconds = 0, Requirements = [.. record.Requirements.Select(r => r with { Seconds = null })] };

    private async Task<(IReadOnlyList<SubmissionRecord> Rows, List<ClassProgress> Progress)> GradeAsync(string runs = ".runs", int stopAfter = int.MaxValue)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([folder.Root]);
        using GradingRun run = GradingRun.Open(folder[runs], [folder.Root], "course", 11);
        var progress = new List<ClassProgress>();
        var grader = new ClassGrader(new NotebookGrader(CopiedNotebook.Course, patient.Exercises), 2);
        var rows = await grader.GradeAsync(set, run, new Listener(Listen), stopping.Token);
        return (rows, progress);

        void Listen(ClassProgress value)
        {
            progress.Add(value);
            if (value.Done >= stopAfter)
                stopping.Cancel();
        }
    }

    private sealed class Listener(Action<ClassProgress> listen) : IProgress<ClassProgress>
    {
        public void Report(ClassProgress value) => listen(value);
    }
}
