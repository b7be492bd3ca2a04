using CachingLab.Cli.Commands;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests.Help;

public sealed class CellReplacerTests : IDisposable
{
    private readonly CourseCopy course = new();
    private readonly StringWriter said = new() { NewLine = "\n" };

    public void Dispose()
    {
        course.Dispose();
        said.Dispose();
    }

    [Fact]
    public void What_cannot_be_kept_is_not_taken_away()
    {
        course.Write(CourseCopy.CacheKey, "string MakeCacheKey(LlmRequest request) => \"mine\";");
        byte[] before = File.ReadAllBytes(course.FileOf("01-cache-key"));
        File.WriteAllText(course.Lab, "in the way");
        Assert.ThrowsAny<IOException>(() => Reset("cache-key"));
        Assert.Equal(before, File.ReadAllBytes(course.FileOf("01-cache-key")));
    }

    [Fact]
    public void A_damaged_notebook_is_kept_and_written_anew()
    {
        byte[] pristine = File.ReadAllBytes(course.FileOf("01-cache-key"));
        File.WriteAllText(course.FileOf("01-cache-key"), "{ half");
        Assert.Equal(0, Reset("cache-key"));
        Assert.Equal(pristine, File.ReadAllBytes(course.FileOf("01-cache-key")));
        Assert.Equal(["{ half"], course.Kept().Select(File.ReadAllText));
        Assert.Contains(Path.GetFileName(course.Kept()[0]), said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_notebook_that_cannot_be_kept_is_left_as_it_is()
    {
        File.WriteAllText(course.FileOf("01-cache-key"), "{ half");
        File.WriteAllText(course.Lab, "in the way");
        Assert.ThrowsAny<IOException>(() => Reset("cache-key"));
        Assert.Equal("{ half", File.ReadAllText(course.FileOf("01-cache-key")));
    }

    [Fact]
    public void A_passing_answer_comes_back_into_a_damaged_notebook()
    {
        Passed("// it passed");
        File.WriteAllText(course.FileOf("01-cache-key"), "{ half");
        Assert.Equal(0, Restore("cache-key"));
        Assert.Equal("// it passed", course.Answer(CourseCopy.CacheKey));
        Assert.Equal(["{ half"], course.Kept().Select(File.ReadAllText));
    }

    [Fact]
    public void A_missing_notebook_is_written_anew()
    {
        byte[] pristine = File.ReadAllBytes(course.FileOf("01-cache-key"));
        File.Delete(course.FileOf("01-cache-key"));
        Assert.Equal(0, Reset("cache-key"));
        Assert.Equal(pristine, File.ReadAllBytes(course.FileOf("01-cache-key")));
    }

    [Fact]
    public void The_stub_comes_back_and_the_answer_is_kept_even_twice_in_one_second()
    {
        byte[] pristine = File.ReadAllBytes(course.FileOf("01-cache-key"));
        foreach (string answer in (string[])["// the first", "// the second"])
        {
            course.Write(CourseCopy.CacheKey, answer);
            Assert.Equal(0, Reset("cache-key"));
            Assert.Equal(pristine, File.ReadAllBytes(course.FileOf("01-cache-key")));
        }

        Assert.Equal(["// the first\n", "// the second\n"], course.Kept().Select(File.ReadAllText).Order());
        Assert.All(course.Kept(), k => Assert.Contains(Path.GetFileName(k), said.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_cell_comes_back_and_the_learners_own_cells_stay()
    {
        Notebook notebook = course.Read("06-cache-policy");
        Exercise gone = Records.Exercise("should-cache");
        course.Write(Records.Exercise("extended-key"), "// my key");
        notebook = course.Read("06-cache-policy");
        NotebookWriter.Write(
            notebook.WithCells([.. notebook.Cells.Where(c => c.Id != gone.CellId), Cell.Markdown("note", "mine")]), course.FileOf("06-cache-policy"));
        Assert.Equal(0, Reset("should-cache"));
        Notebook now = course.Read("06-cache-policy");
        Assert.Contains("NotImplementedException", now.Find(gone.CellId)!.Source, StringComparison.Ordinal);
        Assert.Equal("// my key", now.Find("ex-extended-key")!.Source);
        Assert.Equal("mine", now.Find("note")!.Source);
    }

    [Fact]
    public void An_untouched_cell_changes_no_byte_and_keeps_nothing()
    {
        DateTime before = File.GetLastWriteTimeUtc(course.FileOf("01-cache-key"));
        Assert.Equal(0, Reset("01"));
        Assert.Equal(before, File.GetLastWriteTimeUtc(course.FileOf("01-cache-key")));
        Assert.Empty(course.Kept());
    }

    [Theory]
    [InlineData("00")]
    [InlineData("warm-up")]
    public void The_warm_up_is_put_back_like_an_exercise(string word)
    {
        byte[] before = File.ReadAllBytes(course.FileOf("00-start-here"));
        course.Write(Exercises.Course.WarmUp, "bool ShouldCache(LlmRequest request) => true;");
        Assert.Equal(0, Reset(word));
        Assert.Equal(before, File.ReadAllBytes(course.FileOf("00-start-here")));
        Assert.Single(course.Kept());
    }

    [Theory]
    [InlineData("no-such-exercise")]
    [InlineData("06")]
    [InlineData("cach")]
    public void A_word_that_means_no_one_exercise_changes_nothing(string word) => Assert.Equal(2, Reset(word));

    [Fact]
    public void Before_an_answer_has_passed_there_is_nothing_to_restore_and_the_newest_copy_is_named()
    {
        Assert.Equal(1, Restore("cache-key"));
        Assert.Equal($"no answer to cache-key has passed a check of {LabCall.Name} yet: there is nothing to restore.\n", said.ToString());
        course.Write(CourseCopy.CacheKey, "// mine");
        Reset("cache-key");
        byte[] before = File.ReadAllBytes(course.FileOf("01-cache-key"));
        Assert.Equal(1, Restore("cache-key"));
        string time = Path.GetFileName(course.Kept()[0])[13..];
        Assert.EndsWith($"The newest copy of what was replaced: .lab/kept/ex-cache-key-{time}\n", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(course.FileOf("01-cache-key")));
    }

    [Fact]
    public void What_cannot_be_kept_is_not_restored_over()
    {
        LabSession session = Passed("// it passed");
        course.Write(CourseCopy.CacheKey, "// later");
        byte[] before = File.ReadAllBytes(course.FileOf("01-cache-key"));
        File.WriteAllText(Path.Combine(course.Lab, "kept"), "in the way");
        Assert.ThrowsAny<IOException>(() => new CellReplacer(session).Restore(CourseCopy.CacheKey));
        Assert.Equal(before, File.ReadAllBytes(course.FileOf("01-cache-key")));
    }

    [Fact]
    public void The_last_passing_answer_comes_back_and_what_was_there_is_kept()
    {
        Passed("// it passed");
        course.Write(CourseCopy.CacheKey, "// later");
        Assert.Equal(0, Restore("cache-key"));
        Assert.Equal("// it passed", course.Answer(CourseCopy.CacheKey));
        Assert.Equal(["// later\n"], course.Kept().Select(File.ReadAllText));
        Assert.Contains(Path.GetFileName(course.Kept()[0]), said.ToString(), StringComparison.Ordinal);

        // Over the untouched cell, over itself and into a missing cell there is nothing to keep.
        Assert.Equal(0, Restore("cache-key"));
        Assert.EndsWith("already: nothing was changed.\n", said.ToString(), StringComparison.Ordinal);
        Reset("cache-key");
        Assert.EndsWith($"{LabCall.Name} restore cache-key\n", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Restore("cache-key"));
        Assert.Equal("// it passed", course.Answer(CourseCopy.CacheKey));
        Notebook notebook = course.Read("01-cache-key");
        NotebookWriter.Write(notebook.WithCells(notebook.Cells.Where(c => c.Id != "ex-cache-key")), course.FileOf("01-cache-key"));
        Assert.Equal(0, Restore("cache-key"));
        Assert.Equal("// it passed", course.Answer(CourseCopy.CacheKey));
        Assert.Equal(["// it passed\n", "// later\n"], course.Kept().Select(File.ReadAllText).Order());
    }

    [Fact]
    public void A_passing_answer_comes_back_into_a_missing_notebook_too()
    {
        Passed("// it passed");
        File.Delete(course.FileOf("01-cache-key"));
        Assert.Equal(0, Restore("cache-key"));
        Assert.Equal("// it passed", course.Answer(CourseCopy.CacheKey));
    }

    private LabSession Passed(string answer)
    {
        LabSession session = course.Open();
        session.Progress.Add(Records.Failing(CourseCopy.CacheKey), new AnswerText(answer, "a"), "");
        return session;
    }

    private int Restore(string word) => ReplaceCommands.Restore(course.Open(), word, said, said);

    private int Reset(string word) => ReplaceCommands.Reset(course.Open(), word, said, said);
}
