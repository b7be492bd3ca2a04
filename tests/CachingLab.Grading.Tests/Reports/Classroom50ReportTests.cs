using System.Text.Json;
using System.Text.RegularExpressions;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Grading.Tests.Reports;

public sealed partial class Classroom50ReportTests
{
    // The members that the schema of result.json demands; it allows only graded_at and submitted_by besides.
    private static readonly string[] Demanded =
    [
        "schema", "classroom", "assignment", "assignment_type", "owner", "submission", "commit", "release", "review", "datetime", "score", "max-score", "tests",
    ];

    private static readonly Dictionary<string, string?> Runner = new()
    {
        ["CLASSROOM"] = "cs-principles",
        ["ASSIGNMENT"] = "caching",
        ["SUBMISSION_TAG"] = "submit/2026-11-28T10-00-00Z-a1b2c3d",
        ["COMMIT_URL"] = "https://github.com/o/r/commit/a1b2c3d",
        ["RELEASE_URL"] = "https://github.com/o/r/releases/tag/submit",
        ["OWNER"] = "ada",
    };

    [Fact]
    public void It_has_the_members_of_the_schema_and_a_test_for_each_requirement_that_counts()
    {
        GradeBook book = Books.Of(Books.Submission("01-cache-key.ipynb", Books.Mixed())) with { Graded = new DateTimeOffset(2026, 11, 28, 12, 30, 0, TimeSpan.FromHours(2)) };
        JsonElement root = Root(book);
        Assert.Equal(Demanded, root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("classroom50/result/v1", "individual", "ada"), (Text(root, "schema"), Text(root, "assignment_type"), Text(root, "owner")));
        Assert.Equal("2026-11-28T10:30:00Z", Text(root, "datetime"));
        Assert.Equal(Text(root, "commit"), Text(root, "review"));
        Assert.Equal((1, 3), (root.GetProperty("score").GetInt32(), root.GetProperty("max-score").GetInt32()));
        Assert.Equal(
            ["cache-key: Title of same-request-same-key True 1/1", "cache-key: Title of every-field-counts False 0/1", "cache-key: Title of any-culture False 0/1"],
            root.GetProperty("tests").EnumerateArray().Select(
                t => $"{Text(t, "test-name")} {t.GetProperty("passed").GetBoolean()} {t.GetProperty("score").GetInt32()}/{t.GetProperty("max-score").GetInt32()}"));
        Assert.Equal("no network", Text(root.GetProperty("tests")[0], "sandbox"));
    }

    [Fact]
    public void A_book_without_a_date_still_has_one_of_the_form_that_is_read() =>
        Assert.Matches(Utc(), Text(Root(Books.Of(Books.Submission("01.ipynb", Books.Mixed()))), "datetime"));

    [Fact]
    public void Two_learners_or_a_file_that_could_not_be_graded_have_no_result()
    {
        var two = Assert.Throws<IOException>(() => Root(Books.Of(
            Books.Submission("a/1.ipynb", Books.Mixed()) with { HandIn = new("a", "a") }, Books.Submission("b/1.ipynb", Books.Mixed()) with { HandIn = new("b", "b") })));
        Assert.Equal("it is the result of one learner, and there are 2", two.Message);
        var bad = Assert.Throws<IOException>(() => Root(Books.Of(Books.Submission("ada/1.ipynb", Books.Mixed()), Books.Ungradable("ada/2.ipynb", "not JSON"))));
        Assert.Equal("ada/2.ipynb could not be graded: not JSON", bad.Message);
    }

    [Fact]
    public void What_the_runner_did_not_set_is_named() =>
        Assert.Equal(["SUBMISSION_TAG"], new Classroom50Report(name => name == "SUBMISSION_TAG" ? "" : Runner.GetValueOrDefault(name)).Missing);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static JsonElement Root(GradeBook book) =>
        JsonSerializer.Deserialize<JsonElement>(Written.Bytes(new Classroom50Report(Runner.GetValueOrDefault).Write, book));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$")]
    private static partial Regex Utc();
}
