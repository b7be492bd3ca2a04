using System.Text.Json.Nodes;
using CachingLab.Notebooks.Releases;

namespace CachingLab.Notebooks.Tests;

public sealed class ReleaseTests
{
    [Fact]
    public void A_solution_block_becomes_its_stub_lines_at_their_indent() =>
        Assert.Equal(
            "// TODO: turn every field of the request into one short, safe key.\n"
            + "string MakeCacheKey(LlmRequest request)\n{\n    throw new NotImplementedException(\"TODO: write MakeCacheKey.\");\n}",
            Samples.Pristine.Find("ex-cache-key")!.Source);

    [Fact]
    public void The_solution_is_shown_without_markers_and_stubs() =>
        Assert.Equal(
            "// TODO: turn every field of the request into one short, safe key.\n"
            + "string MakeCacheKey(LlmRequest request)\n{\n    // Why: every field counts.\n    return request.ToString();\n}",
            SolutionBlocks.ToSolution(Samples.Solution.Find("ex-cache-key")!.Source));

    [Theory]
    [InlineData("// <solution>\nx", "line 1: `// <solution>` without")]
    [InlineData("x\n// </solution>", "line 2: `// </solution>` without")]
    [InlineData("// <solution>\n// <solution>\n// </solution>", "line 2: a second")]
    [InlineData("//<solution>\n// </solution>", "line 1: write the marker as")]
    [InlineData("//| stub", "line 1: a stub line")]
    [InlineData("x", "without a `// <solution>` block")]
    public void Markers_out_of_order_are_named_with_cell_and_line(string source, string problem)
    {
        Notebook solution = Notebook.Create("n", [Cell.Code("ex-a", source)]);
        string found = Assert.Throws<ReleaseException>(() => Release.Make(solution)).Problems[0];
        Assert.StartsWith("n.ipynb, cell ex-a", found, StringComparison.Ordinal);
        Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Markers_outside_of_exercises_and_ids_given_twice_are_refused()
    {
        Notebook solution = Notebook.Create("n", [Cell.Code("a", "// <solution>\n// </solution>"), Cell.Markdown("a", "x"), Cell.Markdown(null, "y")]);
        Assert.Equal(3, Assert.Throws<ReleaseException>(() => Release.Make(solution)).Problems.Count);
    }

    [Fact]
    public void Release_clears_what_running_left()
    {
        Notebook ran = Samples.Solution.WithCell(2, Samples.Solution.Cells[2].WithOutputs(new JsonArray(1), 4));
        Assert.Equal(Samples.Text(Samples.Pristine), Samples.Text(Release.Make(ran)));
    }

    [Fact]
    public void A_learners_answers_and_notes_are_no_difference_unless_strict()
    {
        Notebook learner = Samples.Learner(("ex-cache-key", Samples.Answer)).Insert(3, Cell.Markdown(null, "my note"));
        learner = learner.WithCell(2, learner.Cells[2].WithOutputs(new JsonArray(1), 4).WithId("other"));
        Assert.Empty(Release.Check(Samples.Solution, learner, strict: false));
        Assert.Empty(Release.Check(Samples.Solution, Samples.WithoutIds(learner), strict: false));
        IReadOnlyList<string> strict = Release.Check(Samples.Solution, learner, strict: true);
        Assert.Contains("cell ex-cache-key has another text from line 1 on", strict);
        Assert.Contains("cell usings is missing", strict);
    }

    [Fact]
    public void A_changed_or_missing_course_cell_is_a_difference()
    {
        Notebook learner = Samples.Learner(("story", "Two prompts were glued together, and one customer read the answer."));
        Assert.Equal(["the course's cell story was changed from line 1 on"], Release.Check(Samples.Solution, learner, strict: false));
        learner = learner.WithCells(Samples.Learner().Cells.Where(c => c.Id != "usings"));
        Assert.Equal(["the course's cell usings is missing"], Release.Check(Samples.Solution, learner, strict: false));
    }

    [Fact]
    public void Strict_wants_the_very_bytes()
    {
        byte[] bytes = NotebookWriter.ToCanonicalBytes(Samples.Pristine);
        Assert.Empty(Release.Check(Samples.Solution, Samples.FromBytes(bytes), strict: true));
        Assert.Single(Release.Check(Samples.Solution, Samples.FromBytes(bytes[..^1]), strict: true));
    }

    [Fact]
    public void A_released_notebook_keeps_the_dialect()
    {
        Assert.Empty(DialectRules.Check(Samples.FromBytes(NotebookWriter.ToCanonicalBytes(Samples.Pristine))));
    }

    [Theory]
    [InlineData("code", "var s = \"é\";", 1, "ASCII")]
    [InlineData("code", "\n#!time", 2, "magics")]
    [InlineData("code", "#r \"nuget: X\"", 1, "magics")]
    [InlineData("code", "Console.Error.WriteLine(1);", 1, "Console.Error")]
    [InlineData("code", "display(1);", 1, "display")]
    [InlineData("code", "namespace A { }", 1, "namespace")]
    [InlineData("markdown", "![x](data:image/png;base64,AA)", 1, "data URI")]
    [InlineData("markdown", "[x](02-a.ipynb#c)", 1, "another notebook's cell")]
    [InlineData("markdown", "> [!NOTE]", 1, "callouts")]
    [InlineData("markdown", "- [ ] do", 1, "task lists")]
    public void What_leaves_the_dialect_is_named_with_its_line(string type, string source, int line, string message)
    {
        Notebook notebook = Samples.Pristine.Insert(7, type == "code" ? Cell.Code("bad", source) : Cell.Markdown("bad", source));
        DialectProblem problem = Assert.Single(DialectRules.Check(Samples.FromBytes(NotebookWriter.ToCanonicalBytes(notebook))));
        Assert.Equal(("bad", line), (problem.CellId, problem.Line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Strings_and_comments_may_name_what_code_may_not_do() =>
        Assert.Empty(DialectRules.Check(Samples.FromBytes(NotebookWriter.ToCanonicalBytes(
            Samples.Pristine.Insert(7, Cell.Code("fine", "// Console.Error display(x)\nstring s = \"display(\";\n#nullable enable\n#region a\n#endregion"))))));

    [Fact]
    public void Ids_state_metadata_and_layout_are_checked()
    {
        Notebook bad = Samples.Pristine.WithCells([Cell.Code("a1b2c3d4e5", "1"), Cell.Code(null, "2").WithOutputs(new JsonArray(1), 1)]);
        IReadOnlyList<DialectProblem> problems = DialectRules.Check(Samples.FromBytes(NotebookWriter.ToCanonicalBytes(bad)[..^1]));
        Assert.Equal(6, problems.Count);
    }
}
