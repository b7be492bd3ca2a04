using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Likenesses;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Grading.Tests.Bank;
using CachingLab.Grading.Tests.Reports;
using CachingLab.Grading.Tests.Submissions;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Tests.Likenesses;

public sealed class LikenessTests
{
    private static readonly string Mine = Answer("cache-key", "incremental-hash");

    [Fact]
    public void The_courses_solution_is_noted_whatever_is_renamed_and_spaced()
    {
        string solution = Solution("ex-cache-key");
        string renamed = solution.Replace("request", "q", StringComparison.Ordinal)
            .Replace("MakeCacheKey(LlmRequest q)", "MakeCacheKey( LlmRequest q ) // mine", StringComparison.Ordinal);
        Assert.NotEqual(solution, renamed);
        Assert.Equal(
            ["ada: cache-key: the same code as the course's solution", "bob: cache-key: the same code, after renaming, as the course's solution"],
            Notes(("ada", "\n\n" + solution), ("bob", renamed), ("cem", Mine)));
    }

    [Fact]
    public void Another_learners_answer_is_noted_for_both_and_says_how_alike()
    {
        string[] notes = Notes(
            ("ada", Mine),
            ("bob", Mine.Replace("    ", "  ", StringComparison.Ordinal)),
            ("cem", Mine + "\nConsole.WriteLine(\"done\");\nConsole.WriteLine(\"once more\");"),
            ("dan", Answer("cache-key", "helper-class")));
        Assert.Equal("ada: cache-key: the same code as bob", notes[0]);
        Assert.Matches("^ada: cache-key: 9[0-9] % the code of cem$", notes[1]);
        Assert.Equal(["ada", "ada", "bob", "bob", "cem", "cem"], notes.Select(n => n.Split(':')[0]));
    }

    [Fact]
    public void Short_answers_and_the_stub_are_alike_without_a_note()
    {
        string stub = CopiedNotebook.Course.Pristine.Select(n => n.Find("ex-cache-key")).OfType<Cell>().First().Source;
        Assert.Empty(Notes(("ada", stub + "\n// later"), ("bob", stub + "\n// soon")));
        Assert.Null(Noted("06-cache-policy", "should-cache", ("ada", CopiedNotebook.Right), ("bob", CopiedNotebook.Right)).Likenesses);
    }

    [Fact]
    public void Right_answers_that_are_not_copies_are_not_noted_as_the_solution()
    {
        // Part two's right answers vary its solutions on purpose.
        foreach (Exercise exercise in Course.PartOne.Exercises)
        {
            KnownAnswer[] right = [.. KnownAnswer.All.Where(a => a.Exercise == exercise && a.Kind == "right")];
            GradeBook book = Noted(exercise.Notebook, exercise.Id, [.. right.Select(a => (a.Name, a.Source))]);
            Assert.DoesNotContain(book.Likenesses ?? [], l => l.Other is null);
        }
    }

    [Fact]
    public void What_is_the_callers_own_is_compared_with_nothing() => Assert.Empty(Notes(("", Solution("ex-cache-key"))));

    [Fact]
    public void Likenesses_are_in_the_record_and_in_the_instructors_table_and_not_in_what_a_platform_gets()
    {
        GradeBook book = Noted("01-cache-key", "cache-key", ("ada", Mine), ("bob", Mine), ("cem", Mine)) with { Roster = [new("ada", "Ada", new Dictionary<string, string>())] };
        using var stream = new MemoryStream(Written.Bytes(JsonReport.Write, book));
        Assert.Equal(book.Likenesses, JsonReport.Read(stream).Likenesses);
        Assert.Contains("cache-key: the same code as bob, cem", Written.Text(CsvReport.Write, book), StringComparison.Ordinal);
        Assert.DoesNotContain("bob", Written.Text(MoodleReport.Write, book), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int a = 1; /* b */ // c", "int b=1;", true)]
    [InlineData("string F(string s) => s;", "string G(string t) => t;", true)]
    [InlineData("var x = $\"{name} {x}\";", "var y = $\"{name} {y}\";", true)]
    [InlineData("var a = Sha1(b);", "var a = Sha2(b);", false)]
    [InlineData("var a = \"// no comment\";", "var a = \"\";", false)]
    [InlineData("var a = \"\"\"x \"y\" z\"\"\";", "var b = \"\"\"x \"y\" z\"\"\";", true)]
    [InlineData("var a = @\"c:\\\"; var b = 1;", "var b = @\"c:\\\"; var c = 1;", true)]
    public void Only_names_that_the_code_gives_are_renamed(string one, string two, bool same) => Assert.Equal(
        same,
        CodeTokens.Rename([.. CodeTokens.Read(one)]).SequenceEqual(CodeTokens.Rename([.. CodeTokens.Read(two)])));

    private static string[] Notes(params (string Learner, string Answer)[] answers) =>
        [.. (Noted("01-cache-key", "cache-key", answers).Likenesses ?? []).SelectMany(l => Likeness.Lines([l]).Select(t => $"{l.Learner}: {t}"))];

    private static GradeBook Noted(string notebook, string exercise, params (string Learner, string Answer)[] answers) => LikenessFinder.Note(
        Books.Of([.. answers.Select(a => new SubmissionRecord($"{a.Learner}.ipynb", notebook, [Books.Mixed() with { Id = exercise, Source = a.Answer }])
        {
            HandIn = new(a.Learner, a.Learner),
        })]),
        CopiedNotebook.Course);

    private static string Solution(string cell) =>
        CopiedNotebook.Course.SolutionFiles().Select(f => NotebookReader.Read(f).Find(cell)).OfType<Cell>().First().Source;

    private static string Answer(string exercise, string name) => KnownAnswer.Titled($"{exercise} / right / {name}").Source;
}
