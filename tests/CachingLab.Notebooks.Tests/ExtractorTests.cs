using System.Text;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Notebooks.Tests;

public sealed class ExtractorTests
{
    private static readonly string Stub = Samples.Pristine.Find("ex-cache-key")!.Source;

    [Fact]
    public void An_answer_in_its_cell_is_found_and_the_course_is_pristine()
    {
        Extraction found = Extract(Samples.Learner(("ex-cache-key", Samples.Answer), ("check-cache-key", "Check.Passed();")));
        Assert.Equal((AnswerState.Found, Samples.Answer), (found.Exercises[0].State, found.Exercises[0].Source));
        Assert.Equal(["setup", "usings", "ex-cache-key", "check-cache-key"], found.Program.Select(c => c.Id));
        Assert.Equal("Check.CacheKey(MakeCacheKey);", found.Program[3].Source);
        Assert.Contains("under \"A key for every request\"", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void White_space_alone_is_no_answer() =>
        Assert.Equal(AnswerState.Pristine, One(Samples.Learner(("ex-cache-key", Stub.Replace("    ", "\t", StringComparison.Ordinal) + "\n\n"))).State);

    [Theory]
    [InlineData("verso")]
    [InlineData("no ids")]
    [InlineData("bom and crlf")]
    public void Other_front_ends_files_are_graded_alike(string how)
    {
        Notebook learner = Samples.Learner(("ex-cache-key", Samples.Answer), ("story", "Two prompts were glued together, and one customer read my answer."))
            .Insert(6, Cell.Code(null, "MakeCacheKey(null)"));
        Notebook saved = how switch
        {
            "verso" => Samples.AsVerso(learner),
            "no ids" => Samples.WithoutIds(learner),
            _ => Samples.FromBytes(Encoding.UTF8.GetBytes(
                "\uFEFF" + Samples.Text(learner).Replace("\n", "\r\n", StringComparison.Ordinal).Replace("\\n\"", "\\r\\n\"", StringComparison.Ordinal))),
        };
        Extraction found = Extract(saved);
        Assert.Equal(Samples.Answer, found.Exercises[0].Source);
        Assert.Equal([CellOrigin.Course, CellOrigin.Course, CellOrigin.Answer, CellOrigin.Course, CellOrigin.Learner], found.Program.Select(c => c.Origin));
        Assert.Equal(Samples.Pristine.Name, OriginalFinder.Find(saved, [Samples.Two, Samples.Pristine])!.Name);
    }

    [Fact]
    public void A_renamed_answer_without_id_is_found_by_its_place()
    {
        ExerciseAnswer answer = One(Samples.WithoutIds(Samples.Learner(("ex-cache-key", "string MyKey(LlmRequest r) => r.Model;"))));
        Assert.Equal(AnswerState.Found, answer.State);
        Assert.Contains("stands in its place", answer.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_cells_with_the_id_the_last_answer_counts()
    {
        Notebook learner = Samples.Learner(("ex-cache-key", "string MakeCacheKey(LlmRequest r) => \"old\";"));
        learner = learner.Insert(5, Cell.Code("ex-cache-key", Samples.Answer), Cell.Code("ex-cache-key", Stub));
        Extraction found = Extract(learner);
        Assert.Equal((AnswerState.Found, Samples.Answer, 5), (found.Exercises[0].State, found.Exercises[0].Source, found.Exercises[0].Index));
        Assert.Single(found.Program, c => CodeScan.Declares(c.Source, "MakeCacheKey"));
    }

    [Fact]
    public void A_deleted_exercise_cell_is_the_stub_again()
    {
        Notebook learner = Samples.Learner();
        Extraction found = Extract(learner.WithCells(learner.Cells.Where(c => c.Id != "ex-cache-key")));
        Assert.Equal((AnswerState.Missing, Stub, -1), (found.Exercises[0].State, found.Exercises[0].Source, found.Exercises[0].Index));
        Assert.Contains($"{LabCall.Name} reset cache-key", Assert.Single(found.Exercises[0].Notes), StringComparison.Ordinal);
        Assert.Contains(found.Program, c => c.Id == "ex-cache-key");
    }

    [Theory]
    [InlineData("markdown", Samples.Answer, AnswerState.Found)]
    [InlineData("raw", Samples.Answer, AnswerState.Found)]
    [InlineData("markdown", "I could not do this one.", AnswerState.Missing)]
    public void A_cell_that_is_code_no_more_is_read_as_code_unless_it_is_prose(string type, string text, AnswerState state)
    {
        Notebook learner = Samples.Learner();
        ExerciseAnswer answer = One(learner.WithCell(4, Cell.Create("ex-cache-key", type, text)));
        Assert.Equal(state, answer.State);
        Assert.Single(answer.Notes);
    }

    [Fact]
    public void A_fence_around_a_markdown_answer_is_not_graded()
    {
        Notebook learner = Samples.Learner();
        Assert.Equal(Samples.Answer, One(learner.WithCell(4, Cell.Markdown("ex-cache-key", "```csharp\n" + Samples.Answer + "\n```"))).Source);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void An_answer_in_an_added_cell_takes_the_place_of_the_stub(int at)
    {
        Extraction found = Extract(Samples.Learner().Insert(at, Cell.Code(null, "int helper = 1;"), Cell.Code(null, Samples.Answer)));
        Assert.Equal((AnswerState.Found, Samples.Answer, at + 1), (found.Exercises[0].State, found.Exercises[0].Source, found.Exercises[0].Index));
        string[] ids = [.. found.Program.Select(c => c.Id)];
        Assert.Equal(["setup", "usings", $"added-{at + 1}", "ex-cache-key", "check-cache-key"], ids);
    }

    [Fact]
    public void An_answer_spread_over_two_cells_keeps_both_parts()
    {
        Extraction found = Extract(Samples.Learner(("ex-cache-key", "static class Helper { public static int A; }")).Insert(5, Cell.Code(null, Samples.Answer)));
        Assert.Equal(["setup", "usings", "ex-cache-key-part", "ex-cache-key", "check-cache-key"], found.Program.Select(c => c.Id));
    }

    [Fact]
    public void A_later_version_in_an_added_cell_does_not_replace_the_answer()
    {
        Extraction found = Extract(Samples.Learner(("ex-cache-key", Samples.Answer)).Insert(5, Cell.Code("mine", "string MakeCacheKey(LlmRequest r) => \"\";")));
        Assert.Equal(["setup", "usings", "ex-cache-key", "check-cache-key"], found.Program.Select(c => c.Id));
        Assert.Contains("Cell 6 declares MakeCacheKey again", Assert.Single(found.Exercises[0].Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!pwsh\nls")]
    [InlineData("%timeit x")]
    [InlineData("!ls -l")]
    [InlineData("#r \"x.dll\"")]
    [InlineData("  #load \"a.csx\"")]
    public void An_added_cell_with_magics_is_left_out_with_a_note(string source)
    {
        Extraction found = Extract(Samples.Learner().Insert(3, Cell.Code("mine", source)));
        Assert.DoesNotContain(found.Program, c => c.Id == "mine");
        Assert.Contains("Cell 4", Assert.Single(found.Notes), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Moved_course_cells_go_back_and_learners_cells_move_with_their_neighbour()
    {
        Notebook n = Samples.Learner(("ex-cache-key", Samples.Answer));
        Notebook moved = n.WithCells([n.Cells[0], n.Cells[5], n.Cells[4], Cell.Code("mine", "1"), n.Cells[1], n.Cells[2], n.Cells[3], n.Cells[6]]);
        Assert.Equal(["setup", "usings", "ex-cache-key", "mine", "check-cache-key"], Extract(moved).Program.Select(c => c.Id));
    }

    [Fact]
    public void An_answer_in_another_exercises_cell_is_graded_from_there()
    {
        Notebook both = Samples.Two.WithCell(1, Samples.Two.Cells[1].WithSource(Samples.Answer + "\nbool ShouldCache(LlmRequest r) => true;"));
        Extraction found = AnswerExtractor.Extract(both, Samples.Two, Samples.Declares);
        Assert.Equal([AnswerState.Found, AnswerState.Found], found.Exercises.Select(e => e.State));
        Assert.Equal(["setup", "ex-cache-key", "check-cache-key", "check-should-cache"], found.Program.Select(c => c.Id));
    }

    [Fact]
    public void A_notebook_of_something_else_is_not_recognized()
    {
        Notebook other = Notebook.Create("homework", [Cell.Code("a", "class Mine { int X => 1; }"), Cell.Markdown("b", "text")]);
        Assert.StartsWith("No cell of this notebook", Extract(other).Notes[0], StringComparison.Ordinal);
        Assert.Null(OriginalFinder.Find(other, [Samples.Pristine, Samples.Two]));
        Assert.Equal("01-cache-key", OriginalFinder.Find(Notebook.Create("ana_01-Cache-Key (2)", []), [Samples.Pristine, Samples.Two])!.Name);
    }

    [Theory]
    [InlineData("string F(int a) { }", true)]
    [InlineData("static async Task<string> F<T>(T a) => 1;", true)]
    [InlineData("Func<int, int> F = x => x;", true)]
    [InlineData("public sealed class F : I { }", true)]
    [InlineData("int[] @F() => [];", true)]
    [InlineData("var x = F(1);", false)]
    [InlineData("return F(1) switch { };", false)]
    [InlineData("// string F() { }", false)]
    [InlineData("var s = $\"{a[\"x\"]} string F() {{ }}\";", false)]
    [InlineData("var s = \"\"\"\nstring F() { }\n\"\"\";", false)]
    [InlineData("if (F == 1) { }", false)]
    [InlineData("string FF() { }", false)]
    public void A_declaration_is_told_from_a_use(string code, bool declares) => Assert.Equal(declares, CodeScan.Declares(code, "F"));

    [Fact]
    public void The_newer_of_two_files_counts()
    {
        string folder = Directory.CreateTempSubdirectory("notebooks-").FullName;
        string ipynb = Path.Combine(folder, "a.ipynb"), verso = Path.Combine(folder, "a.verso");
        File.WriteAllText(ipynb, "x");
        Assert.Equal(new(ipynb, null), SubmissionFile.Choose(ipynb));
        File.WriteAllText(verso, "x");
        File.SetLastWriteTimeUtc(verso, File.GetLastWriteTimeUtc(ipynb).AddMinutes(1));
        Assert.Equal(new(verso, "a.verso is newer than a.ipynb and counts in its place."), SubmissionFile.Choose(ipynb));
        File.SetLastWriteTimeUtc(ipynb, File.GetLastWriteTimeUtc(verso));
        Assert.Equal(ipynb, SubmissionFile.Choose(ipynb).Path);
        Directory.Delete(folder, recursive: true);
    }

    private static Extraction Extract(Notebook learner) => AnswerExtractor.Extract(learner, Samples.Pristine, Samples.Declares);

    private static ExerciseAnswer One(Notebook learner) => Assert.Single(Extract(learner).Exercises);
}
