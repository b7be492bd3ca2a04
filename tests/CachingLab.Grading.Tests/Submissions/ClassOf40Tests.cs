using System.Collections.Concurrent;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Grading.Rosters;
using CachingLab.Grading.Submissions;
using CachingLab.Grading.Tests.Reports;

namespace CachingLab.Grading.Tests.Submissions;

public sealed class ClassOf40Tests(PatientGrader patient) : IClassFixture<PatientGrader>, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<string, Task<SubmissionRecord>> graded = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_class_of_40_has_the_same_learners_and_marks_whatever_its_layout()
    {
        var made = new ClassOf40(CopiedNotebook.Course);
        IReadOnlyList<RosterRow> roster = RosterFile.Read(folder.Write("roster.csv", made.Roster));
        string? expected = null;
        foreach (string layout in ClassLayouts.Names)
        {
            IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find(
                [ClassLayouts.Write(made, layout, folder.Root)], layout == "pattern" ? ClassLayouts.Pattern : null);
            SubmissionRecord[] rows = await Task.WhenAll(set.Select(RowAsync));
            GradeBook book = new(rows, "") { Roster = roster };
            Assert.Equal((layout, 40), (layout, book.Learners.Count));
            Assert.Equal(
                made.Learners.Where(l => l.Files.Count == 0).Select(l => l.Id),
                book.Learners.Where(l => !l.Exercises.Any(e => e.Begun)).Select(l => l.Id));
            Assert.Single(book.Learners, l => l.Notes.Any(n => n.Contains("was handed in 2 times", StringComparison.Ordinal)));
            Assert.DoesNotContain(book.Learners, l => l.Notes.Contains("not on the roster"));
            string marks = string.Join('\n', book.Learners.Select(l => $"{l.Id} {l.Name} {l.Points}/{l.Of} +{l.Stretch}"));
            Assert.Equal(expected ??= marks, marks);
            AssertFormatsAgree(book);
        }
    }

    private static void AssertFormatsAgree(GradeBook book)
    {
        using var json = new MemoryStream(Written.Bytes(JsonReport.Write, book));
        string[] ids = [.. JsonReport.Read(json).Learners.Select(l => l.Id)];
        Assert.Equal(40, ids.Length);
        foreach (Action<GradeBook, Stream> write in (Action<GradeBook, Stream>[])[CsvReport.Write, LongCsvReport.Write])
            Assert.Equal(ids, Written.Text(write, book).Split("\r\n")[1..^1].Select(l => l.Split(',')[0]).Distinct());
        Assert.Equal(41, Written.Text(MoodleReport.Write, book).Split("\r\n").Length - 1);
        Assert.Equal(42, Written.Text(CanvasReport.Write, book).Split("\r\n").Length - 1);
    }

    // Each content is graded once for all layouts.
    private async Task<SubmissionRecord> RowAsync(FoundSubmission submission)
    {
        SubmittedNotebook read = submission.Read();
        SubmissionRecord record = await graded.GetOrAdd(ClassGrader.Digest(read), _ => new NotebookGrader(CopiedNotebook.Course, patient.Exercises)
            .GradeAsync(read.Notebook, submission.Path, cancellationToken: TestContext.Current.CancellationToken));
        return record with { Path = submission.Path, HandIn = submission.HandIn };
    }
}
