using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Grading.Reports.Page;
using CachingLab.Grading.Submissions;
using CachingLab.Grading.Tests.Reports;
using CachingLab.Reports;

namespace CachingLab.Grading.Tests.Records;

/// <summary>The records of several machines make the reports of one run.</summary>
public sealed class BookMergeTests
{
    private static readonly GradeBook Whole = Books.HostileBook() with
    {
        Submissions =
        [
            .. Books.HostileBook().Submissions,
            .. from name in (string[])["ada", "bob", "cem", "dan", "eva", "fay"]
               from file in (string[])["01.ipynb", "01 (1).ipynb"]
               select Books.Submission($"{name}/{file}", Books.Mixed() with { Printed = new PrintedLines(3, ["a", Books.Hostile]) }),
            Books.Ungradable("gus", "this folder is empty: no notebook was handed in"),
        ],
        Graded = new DateTimeOffset(2026, 11, 20, 18, 0, 0, TimeSpan.FromHours(1)),
        Course = "1.0.0",
    };

    private static readonly Action<GradeBook, Stream>[] Reports =
    [
        JsonReport.Write, JUnitReport.Write, CsvReport.Write, LongCsvReport.Write, MoodleReport.Write, CanvasReport.Write, ClassPage.Write, MarkdownReport.Write,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(20)]
    public void All_reports_are_those_of_one_run_byte_for_byte(int parts)
    {
        GradeBook merged = BookMerge.Of([.. Parts(parts).AsEnumerable().Reverse()]);
        Assert.All(Reports, r => Assert.Equal(Written.Text(r, Whole), Written.Text(r, merged)));
        Assert.Equal(Written.Console(Whole, verbose: true), Written.Console(merged, verbose: true));
    }

    [Fact]
    public void Each_learner_is_in_one_part_and_no_part_has_more_than_one_more_than_another()
    {
        IReadOnlyList<string>[] learners = [.. Parts(3).Select(p => (IReadOnlyList<string>)[.. p.Book.Learners.Select(l => l.Id)])];
        Assert.Equal(Whole.Learners.Select(l => l.Id).Order(StringComparer.Ordinal), learners.SelectMany(l => l).Order(StringComparer.Ordinal));
        Assert.InRange(learners.Max(l => l.Count) - learners.Min(l => l.Count), 0, 1);
    }

    [Fact]
    public void The_same_learners_are_in_a_part_whatever_the_order_of_the_files()
    {
        FoundSubmission[] found = Found();
        FoundSubmission[] reversed = [.. found.Reverse()];
        var shard = new ClassShard(2, 3);
        Assert.Equal(
            shard.Choose(found).Places.Select(p => found[p].Path).Order(StringComparer.Ordinal),
            shard.Choose(reversed).Places.Select(p => reversed[p].Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_learner_of_the_roster_has_zero_only_where_no_part_has_a_hand_in()
    {
        RosterRow[] roster = [.. ((string[])["ada", "zoe"]).Select(n => new RosterRow(n, n, new Dictionary<string, string>()))];
        GradeBook merged = BookMerge.Of(Parts(4)) with { Roster = roster };
        Assert.Equal(1, merged.Learners.Count(l => l.Row is not null && l.Points > 0));
        Assert.Equal(["zoe"], merged.Learners.Where(l => l.Submissions.Count == 0).Select(l => l.Id));
    }

    [Fact]
    public void Records_of_whole_classes_come_one_after_another()
    {
        GradeBook other = Books.Of(Books.Submission("zoe/01.ipynb", Books.Exercise(GradeStatus.Passed, Books.Requirement("safe-key")))) with { Sandbox = "no walls" };
        GradeBook merged = BookMerge.Of([("a.json", Kept(Whole)), ("b.json", other)]);
        Assert.Equal([.. Kept(Whole).Submissions.Select(s => s.Path), "zoe/01.ipynb"], merged.Submissions.Select(s => s.Path));
        Assert.Equal("no network; elsewhere: no walls", merged.Sandbox);
    }

    [Theory]
    [InlineData("0 1 1 2 3", "1.json and 1.json are both part 2 of 4: give each part once")]
    [InlineData("0 1 3", "part 3 of 4 is missing, and its learners would have no points: give the records of all parts")]
    [InlineData("0 other", "0.json and other.json are parts of different classes: grade the class again with the same paths on every machine")]
    [InlineData("whole whole", "whole.json and whole.json both hold ada/01.ipynb: give each hand-in once")]
    [InlineData("whole 0 1 2 3", "whole.json and 1.json both hold ada/01.ipynb: give each hand-in once")]
    public void Records_that_do_not_fit_together_say_so_in_one_line(string names, string line)
    {
        Dictionary<string, GradeBook> books = Parts(4).Select((p, i) => (Name: $"{i}", p.Book)).ToDictionary(p => p.Name, p => p.Book);
        books["whole"] = Books.Of([.. Whole.Submissions.Where(s => s.Path == "ada/01.ipynb")]);
        books["other"] = Parts(5)[1].Book;
        var e = Assert.Throws<InvalidDataException>(() => BookMerge.Of([.. names.Split(' ').Select(n => ($"{n}.json", books[n]))]));
        Assert.Equal(line, e.Message);
    }

    [Theory]
    [InlineData("1/4", true)]
    [InlineData("4/4", true)]
    [InlineData("0/4", false)]
    [InlineData("5/4", false)]
    [InlineData("1", false)]
    [InlineData("a/b", false)]
    [InlineData("1/4/2", false)]
    public void A_part_is_a_number_of_a_number(string text, bool valid) => Assert.Equal(valid ? text : null, ClassShard.Parse(text)?.ToString());

    private static FoundSubmission[] Found() =>
        [.. Whole.Submissions.Select(s => new FoundSubmission(s.Path, () => throw new NotSupportedException()) { HandIn = s.HandIn })];

    // What a record keeps of a book.
    private static GradeBook Kept(GradeBook book) => JsonReport.Read(new MemoryStream(Written.Bytes(JsonReport.Write, book)));

    private static List<(string Name, GradeBook Book)> Parts(int count)
    {
        var parts = new List<(string, GradeBook)>();
        for (int part = 1; part <= count; part++)
        {
            ShardRecord shard = new ClassShard(part, count).Choose(Found());
            parts.Add(($"{part}.json", Kept(Whole with { Submissions = [.. shard.Places.Select(p => Whole.Submissions[p])], Shard = shard })));
        }

        return parts;
    }
}
