using CachingLab.Notebooks.Updates;
using CsCheck;

namespace CachingLab.Notebooks.Tests;

public sealed class UpdateTests
{
    private static readonly Notebook New = Samples.Pristine
        .WithCells(Samples.Pristine.Cells.Select(c => c.Id == "story" ? c.WithSource("A new story.") : c))
        .Insert(6, Cell.Markdown("extra", "A new cell."));

    [Fact]
    public void Answers_notes_and_added_cells_are_kept_around_the_new_course()
    {
        Notebook learner = Samples.Learner(("ex-cache-key", Samples.Answer), ("recap", "I would tell them this."))
            .Insert(5, Cell.Markdown(null, "a note"), Cell.Code("mine", "1"));
        MergeResult result = Merger.Update(learner, Samples.Pristine, New);
        Assert.Equal(
            ["title", "setup", "usings", "story", "ex-cache-key", "added-6", "mine", "check-cache-key", "extra", "recap", "kept-recap"],
            result.Notebook.Cells.Select(c => c.Id));
        Assert.Equal(Samples.Answer, result.Notebook.Find("ex-cache-key")!.Source);
        Assert.Equal("A new story.", result.Notebook.Find("story")!.Source);
        Assert.Equal("I would tell them this.", result.Notebook.Find("kept-recap")!.Source);
        Assert.Contains("story: the course's new text.", result.Done);
        Assert.Contains("extra: a new course cell.", result.Done);
        Assert.Empty(Merger.Update(Samples.FromBytes(NotebookWriter.ToBytes(result.Notebook)), New, New).Done);
    }

    [Fact]
    public void Nothing_new_changes_no_byte()
    {
        Notebook learner = Samples.Learner(("ex-cache-key", Samples.Answer)).Insert(2, Cell.Code("mine", "1"));
        MergeResult result = Merger.Update(learner, Samples.Pristine, Samples.Pristine);
        Assert.Empty(result.Done);
        Assert.Equal(Samples.Text(learner), Samples.Text(result.Notebook));
    }

    [Fact]
    public void A_new_stub_does_not_replace_an_answer_and_is_told()
    {
        Notebook now = New.WithCells(New.Cells.Select(c => c.Id == "ex-cache-key" ? c.WithSource(c.Source + "\n// new") : c));
        MergeResult result = Merger.Update(Samples.Learner(("ex-cache-key", Samples.Answer)), Samples.Pristine, now);
        Assert.Equal(Samples.Answer, result.Notebook.Find("ex-cache-key")!.Source);
        Assert.Contains(result.Done, d => d.StartsWith("The cell under \"A key for every request\": your answer is kept", StringComparison.Ordinal));
        Assert.EndsWith("// new", Merger.Update(Samples.Learner(), Samples.Pristine, now).Notebook.Find("ex-cache-key")!.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verso_file_becomes_a_notebook()
    {
        MergeResult result = Merger.Update(Samples.AsVerso(Samples.Learner(("ex-cache-key", Samples.Answer))), Samples.Pristine, New, Samples.Declares);
        Notebook again = Samples.FromBytes(NotebookWriter.ToBytes(result.Notebook));
        Assert.Equal(NotebookFormat.Ipynb, again.Format);
        Assert.Equal(Samples.Answer, again.Find("ex-cache-key")!.Source);
        Assert.Equal(New.Cells.Count, again.Cells.Count);
    }

    [Fact]
    public void No_line_of_the_learner_is_ever_lost()
    {
        Gen<string> line = Gen.OneOf("int a = 1;", "```", "", "// note", "string MakeCacheKey(LlmRequest r) => \"\";", "some prose", "#!time", "é 漢");
        Gen<string> text = line.Array[0, 5].Select(l => string.Join('\n', l));
        Gen<string?> id = Gen.OneOf((string?)null, "mine", "extra", "story", "ex-cache-key", "check-cache-key", "ex-gone");
        Gen<Cell> cell = Gen.Select(id, Gen.OneOf("code", "markdown", "raw"), text, (i, t, s) => Cell.Create(i, t, s));
        Gen<(int, Cell)[]> edits = Gen.Select(Gen.Int[0, 13], cell, (at, c) => (at, c)).Array[0, 6];
        Gen.Select(edits, Gen.Bool, Gen.Bool, Gen.Bool).Sample((changes, knowsOld, idsLost, named) =>
        {
            Notebook learner = Samples.Learner();
            foreach ((int at, Cell added) in changes)
                learner = at < 7 ? learner.WithCell(at, added.Type == "code" ? learner.Cells[at].WithSource(added.Source) : added) : learner.Insert(at - 7, added);
            if (idsLost)
                learner = Samples.WithoutIds(learner);
            Notebook merged = Merger.Update(learner, knowsOld ? Samples.Pristine : null, New, named ? Samples.Declares : null).Notebook;
            merged = Samples.FromBytes(NotebookWriter.ToBytes(merged));
            HashSet<string> kept = [.. merged.Cells.SelectMany(c => c.Source.Split('\n')).Select(l => l.Trim())];
            HashSet<string> course = [.. Samples.Pristine.Cells.SelectMany(c => c.Source.Split('\n')).Select(l => l.Trim())];
            string[] lost = [.. learner.Cells.SelectMany(c => c.Source.Split('\n')).Select(l => l.Trim()).Where(l => !kept.Contains(l) && !course.Contains(l) && l.Length > 0)];
            Assert.Empty(lost);
            Assert.Equal(merged.Cells.Count, merged.Cells.Select(c => c.Id).Distinct().Count());
            Assert.All(New.Cells, c => Assert.NotNull(merged.Find(c.Id!)));
        }, iter: 1500, threads: 1);
    }

    [Fact]
    public void Reset_puts_the_stub_back_and_gives_what_was_there()
    {
        Notebook learner = Samples.Learner(("ex-cache-key", Samples.Answer)).Insert(5, Cell.Code("ex-cache-key", "second"));
        ReplacedCell result = AnswerCell.Replace(learner, Samples.Pristine, "ex-cache-key");
        Assert.Equal(Samples.Text(Samples.Learner()), Samples.Text(result.Notebook));
        Assert.Equal(Samples.Answer + "\n\nsecond", result.Kept);
        Assert.Null(AnswerCell.Replace(result.Notebook, Samples.Pristine, "ex-cache-key").Kept);
    }

    [Fact]
    public void Reset_brings_a_deleted_cell_back_to_its_place()
    {
        Notebook learner = Samples.Learner();
        ReplacedCell result = AnswerCell.Replace(learner.WithCells(learner.Cells.Where(c => c.Id != "ex-cache-key")), Samples.Pristine, "ex-cache-key");
        Assert.Equal(Samples.Text(learner), Samples.Text(result.Notebook));
        Assert.Throws<ArgumentException>(() => AnswerCell.Replace(learner, Samples.Pristine, "ex-none"));
    }
}
