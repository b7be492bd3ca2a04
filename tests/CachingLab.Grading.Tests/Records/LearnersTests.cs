using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Grading.Tests.Reports;

namespace CachingLab.Grading.Tests.Records;

public sealed class LearnersTests
{
    private static readonly RosterRow[] Roster =
    [
        Row("s17", "Ada Lovelace", ("github", "countess")), Row("s18", "Ana María de la Cruz"), Row("s19", "Müller, Jörg"), Row("s20", "Bo Chen"), Row("s21", "Bo Chen"),
    ];

    [Theory]
    [InlineData("s17", "", "s17")]
    [InlineData("S17", "", "s17")]
    [InlineData("countess", "countess", "s17")]
    [InlineData("12345", "ada  lovelace", "s17")]
    [InlineData("12345", "Lovelace, Ada", "s17")]
    [InlineData("week1/lovelace_ada", "week1/lovelace_ada", "s17")]
    [InlineData("4021", "delacruzanamaria", "s18")]
    [InlineData("4022", "Jorg Muller", "s19")]
    [InlineData("s20", "Bo Chen", "s20")]
    public void A_hand_in_finds_its_row_by_id_or_by_name_however_that_is_written(string id, string name, string row)
    {
        LearnerRecord learner = Learners(Row(id, name, "01-cache-key", 1)).Single(l => l.Submissions.Count > 0);
        Assert.Equal((row, 1), (learner.Id, learner.Points));
        Assert.Empty(learner.Notes);
    }

    [Theory]
    [InlineData("9", "Bo Chen", "several on the roster have this name: name the folder by an id")]
    [InlineData("eve", "eve", "not on the roster")]
    [InlineData("", "", "not on the roster")]
    public void A_hand_in_of_nobody_on_the_roster_is_a_row_with_a_note(string id, string name, string note)
    {
        IReadOnlyList<LearnerRecord> learners = Learners(Row(id, name, "01-cache-key", 1));
        Assert.Equal(6, learners.Count);
        LearnerRecord other = learners.Single(l => l.Submissions.Count > 0);
        Assert.Equal((id, note), (other.Id, Assert.Single(other.Notes)));
    }

    [Fact]
    public void Who_handed_in_nothing_has_a_row_with_zero_of_what_the_class_can_reach()
    {
        IReadOnlyList<LearnerRecord> learners = Learners(Row("s17", "", "01-cache-key", 1));
        Assert.Equal(["s17", "s18", "s20", "s21", "s19"], learners.Select(l => l.Id));
        Assert.All(learners.Skip(1), l => Assert.Equal((0, 3, 0.0, 3.0, "nothing was handed in"), (l.Points, l.Of, l.Mark, l.MarkOf, Assert.Single(l.Notes))));
    }

    [Fact]
    public void Hand_ins_that_are_found_to_be_one_learners_are_together()
    {
        LearnerRecord ada = Learners(Row("week1/ada lovelace", "week1/ada lovelace", "01-cache-key", 1), Row("week2/s17", "week2/s17", "02-memory-cache", 1))[0];
        Assert.Equal(["01-cache-key", "02-memory-cache"], ada.Counted.Select(s => s.Notebook));
    }

    [Theory]
    [InlineData("01-cache-key.ipynb", 1, true, "01-cache-key (1).ipynb", 2, true, 1)]
    [InlineData("01-cache-key (1).ipynb", 1, true, "01-cache-key.ipynb", 2, true, 1)]
    [InlineData("01-cache-key.ipynb", 1, true, "01-cache-key (1).ipynb", 2, false, 0)]
    [InlineData("01-cache-key.ipynb", 1, true, "01-cache-key (1).ipynb", 1, true, 1)]
    [InlineData("01-cache-key-2.ipynb", 1, true, "01-cache-key-1.ipynb", 1, true, 0)]
    [InlineData("01-cache-key.ipynb", 1, true, "01-cache-key-\u0662.ipynb", 1, true, 1)]
    public void Of_two_copies_the_newer_one_with_an_attempt_counts_and_both_are_named(
        string first, int firstDay, bool firstTried, string second, int secondDay, bool secondTried, int counts)
    {
        SubmissionRecord[] rows = [Copy(first, firstDay, firstTried), Copy(second, secondDay, secondTried)];
        LearnerRecord ada = Assert.Single(Books.Of(rows).Learners);
        Assert.Equal(rows[counts].Path, Assert.Single(ada.Counted).Path);
        Assert.Equal(rows[counts].HandIn!.At, ada.HandedIn);
        Assert.Equal($"01-cache-key was handed in 2 times: {rows[counts].Path} counts, not {rows[1 - counts].Path}", Assert.Single(ada.Notes));

        static SubmissionRecord Copy(string name, int day, bool tried) =>
            new($"ada/{name}", "01-cache-key", [Books.Mixed(tried ? GradeStatus.Failed : GradeStatus.NotAttempted)])
            { HandIn = new("ada", "ada") { At = new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero) } };
    }

    [Fact]
    public void Downloads_of_two_assignments_of_moodles_have_one_row_for_a_name_that_each_has_once()
    {
        SubmissionRecord[] rows =
        [
            Moodle("week1.zip", "11", "Ada Lovelace", "01-cache-key"), Moodle("week1.zip", "12", "Bo Chen", "01-cache-key"), Moodle("week1.zip", "13", "Bo Chen", "01-cache-key"),
            Moodle("week2.zip", "21", "Ada Lovelace", "02-memory-cache"), Moodle("week2.zip", "22", "Bo Chen", "02-memory-cache"),
        ];
        Assert.Equal([("11", 2), ("12", 1), ("13", 1), ("22", 1)], Books.Of(rows).Learners.Select(l => (l.Id, l.Counted.Count)));

        static SubmissionRecord Moodle(string from, string id, string name, string notebook) =>
            new($"{name}_{id}_assignsubmission_file_/{notebook}.ipynb", notebook, [Books.Mixed() with { Id = notebook }], From: from)
            { HandIn = new(id, name) { Platform = HandIn.Moodle } };
    }

    [Fact]
    public void Weights_and_days_after_the_deadline_make_the_mark()
    {
        var scheme = new GradingScheme
        {
            Weights = new Dictionary<string, double> { ["01-cache-key"] = 2, ["02-memory-cache"] = 0.5 },
            Deadline = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
            PercentPerDay = 10,
        };
        GradeBook book = Books.Of(
            Row("ada", "ada", "01-cache-key", 20), Row("bob", "bob", "01-cache-key", 23), Row("cem", "cem", "02-memory-cache", 23)) with
        { Scheme = scheme };
        Assert.Equal([(2, 7.5, false), (1.4, 7.5, true), (0.35, 7.5, true)], book.Learners.Select(l => (l.Mark, l.MarkOf, l.Late)));
        Assert.Equal([1, 1, 1], book.Learners.Select(l => l.Points));
    }

    [Fact]
    public void The_record_as_json_has_all_that_the_learners_are_made_of()
    {
        GradeBook book = Books.Of(Row("4021", "adalovelace", "01-cache-key", 3)) with { Roster = Roster, Scheme = new() { PercentPerDay = 5 } };
        using var stream = new MemoryStream(Written.Bytes(JsonReport.Write, book));
        GradeBook read = JsonReport.Read(stream);
        Assert.Equal(Written.Bytes(CsvReport.Write, book), Written.Bytes(CsvReport.Write, read));
        Assert.Equal(5, read.Scheme!.PercentPerDay);
        Assert.Equal("countess", read.Roster![0].More["github"]);
    }

    private static IReadOnlyList<LearnerRecord> Learners(params IReadOnlyList<SubmissionRecord> rows) => (Books.Of(rows) with { Roster = Roster }).Learners;

    private static SubmissionRecord Row(string id, string name, string notebook, int day) => new($"{id}/{notebook}.ipynb", notebook, [Books.Mixed() with { Id = notebook }])
    {
        HandIn = new(id, name) { At = new DateTimeOffset(2026, 11, day, 12, 0, 0, TimeSpan.Zero) },
    };

    private static RosterRow Row(string id, string name, params (string Title, string Text)[] more) => new(id, name, more.ToDictionary(m => m.Title, m => m.Text));
}
