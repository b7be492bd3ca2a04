using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Grading.Submissions;
using CachingLab.Grading.Tests.Bank;
using CachingLab.Grading.Tests.Isolation;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>A class of file caches on machines that are at fault: no learner loses a point.</summary>
public sealed class MachineFaultTests : IDisposable
{
    private const string Right = "file-cache / right / atomic-and-locked";
    private const string Filler = "file-cache / hostile / disk-filler";
    private static readonly string[] RightThrice = [Right, Right, Right];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_temporary_folder_behind_a_link_simply_works()
    {
        using var place = new TemporaryPlace("link");
        Directory.CreateDirectory(Path.Combine(place.Own, "real"));
        Directory.CreateSymbolicLink(Path.Combine(place.Own, "link"), Path.Combine(place.Own, "real"));
        IReadOnlyList<SubmissionRecord> rows = await GradeAsync([Right], parallel: 1);
        Assert.Equal("Passed 13 of 13", Text(rows[0]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(place.Own, "real")));
    }

    [Fact]
    public async Task A_temporary_folder_that_vanishes_costs_no_point_and_the_next_call_grades_what_is_missing()
    {
        using var place = new TemporaryPlace();
        IReadOnlyList<SubmissionRecord> rows = await GradeAsync(
            RightThrice, parallel: 1, afterFirst: () => Environment.SetEnvironmentVariable("TMPDIR", Path.Combine(place.Own, "gone")));
        Assert.Equal("Passed 13 of 13", Text(rows[0]));
        Assert.All(rows.Skip(1), r =>
        {
            Assert.StartsWith($"not graded, because the temporary folder {place.Own}/gone (TMPDIR) is no folder", r.Error, StringComparison.Ordinal);
            Assert.Equal((null, 0), (r.Notebook, r.Exercises.Count));
        });
        Environment.SetEnvironmentVariable("TMPDIR", place.Own);
        var progress = new List<ClassProgress>();
        rows = await GradeAsync(RightThrice, parallel: 1, progress: progress.Add);
        Assert.All(rows, r => Assert.Equal("Passed 13 of 13", Text(r)));
        Assert.Equal(1, progress[^1].Kept);
    }

    [Fact]
    public async Task A_disk_that_fills_costs_no_point()
    {
        using TemporaryPlace place = TemporaryPlace.OfSize("12m");
        IReadOnlyList<SubmissionRecord> rows = await GradeAsync(
            RightThrice, parallel: 1, afterFirst: () => File.WriteAllBytes(Path.Combine(place.Own, "others"), new byte[SandboxPlace.Free() - 4096]));
        Assert.Equal("Passed 13 of 13", Text(rows[0]));
        Assert.All(rows.Skip(1), r => Assert.Contains("(TMPDIR) is full: make room there", r.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_fills_the_disk_itself_has_its_own_verdict_and_the_others_theirs()
    {
        using TemporaryPlace place = TemporaryPlace.OfSize("40m");
        IReadOnlyList<SubmissionRecord> rows = await GradeAsync([Right, Filler, Right, Filler, Right], parallel: 3);
        Assert.Equal(["Passed 13 of 13", "Passed 13 of 13", "Passed 13 of 13"], rows.Where((_, i) => i % 2 == 0).Select(Text));
        Assert.All(rows.Where((_, i) => i % 2 == 1), r => Assert.True(r.Error is null && r.Exercises[0].Status is not GradeStatus.Passed, Text(r)));
    }

    private static string Text(SubmissionRecord row) =>
        row.Error ?? $"{row.Exercises[0].Status} {row.Exercises[0].Points} of {row.Exercises[0].Of}";

    private static FoundSubmission Submission(string title, int number)
    {
        KnownAnswer answer = KnownAnswer.Titled(title);
        Notebook pristine = CopiedNotebook.Course.Pristine.Single(n => n.Name == answer.Exercise.Notebook);
        byte[] bytes = NotebookWriter.ToBytes(pristine.WithCells(pristine.Cells.Select(c => c.Id == answer.Exercise.CellId ? c.WithSource(answer.Source) : c)));
        return new FoundSubmission($"{number}/{pristine.Name}.ipynb", () => new SubmittedNotebook(NotebookReader.Parse(bytes, pristine.Name + ".ipynb"), null));
    }

    private async Task<IReadOnlyList<SubmissionRecord>> GradeAsync(
        string[] titles, int parallel, Action? afterFirst = null, Action<ClassProgress>? progress = null)
    {
        await using var exercises = new ExerciseGrader(new GradeOptions { Seed = 11 }, Walls.Choose(SandboxMode.Auto));
        using GradingRun run = GradingRun.Open(folder["runs"], ["class"], "course", 11);
        return await new ClassGrader(new NotebookGrader(CopiedNotebook.Course, exercises), parallel)
            .GradeAsync([.. titles.Select(Submission)], run, new Listener(Listen), TestContext.Current.CancellationToken);

        void Listen(ClassProgress value)
        {
            progress?.Invoke(value);
            if (value.Done == 1)
                afterFirst?.Invoke();
        }
    }

    private sealed class Listener(Action<ClassProgress> listen) : IProgress<ClassProgress>
    {
        public void Report(ClassProgress value) => listen(value);
    }
}
