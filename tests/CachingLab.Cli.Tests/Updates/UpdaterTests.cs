using CachingLab.Cli.Commands;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Tests.Updates;

public sealed class UpdaterTests : IDisposable
{
    private readonly CourseCopy course = new();
    private readonly StringWriter said = new();

    public void Dispose()
    {
        course.Dispose();
        said.Dispose();
    }

    [Fact]
    public void From_the_first_release_to_a_changed_course_three_answers_notes_and_an_added_cell_are_kept()
    {
        course.Open().Pristine.RecordFirstUse();
        Exercise[] answered = [Records.Exercise("cache-key"), Records.Exercise("memory-cache"), Records.Exercise("extended-key")];
        foreach (Exercise exercise in answered)
            course.Write(exercise, $"// my answer to {exercise.Id}\nint mine;");
        Change("01-cache-key", n => n.WithCells(n.Cells.SelectMany<Cell, Cell>(c => c.Id switch
        {
            "recap" => [c.WithSource(c.Source + "\n\nMy note: keys are not passwords.")],
            "draft-key" => [c, Cell.Code("my-try", "\"an added cell\"")],
            _ => [c],
        })));
        byte[] before = File.ReadAllBytes(course.FileOf("01-cache-key"));
        course.Publish("01-cache-key", n => n.WithCells(n.Cells.SelectMany<Cell, Cell>(c => c.Id switch
        {
            "the-request" => [c.WithSource(c.Source + "\n\nA new sentence of the course.")],
            "the-rules" => [c, Cell.Markdown("a-new-cell", "Something new.")],
            "ex-cache-key" => [c.WithSource("// A new first line.\n" + c.Source)],
            _ => [c],
        })));
        course.Publish("02-memory-cache", n => n.WithCells(n.Cells.Select(c => c.Id == "title" ? c.WithSource(c.Source + " Again.") : c)));
        Assert.Equal(["01-cache-key", "02-memory-cache"], course.Open().Pristine.Outdated());

        Assert.Equal(0, Update(dryRun: true));
        Assert.Equal(before, File.ReadAllBytes(course.FileOf("01-cache-key")));
        Assert.Empty(course.Kept());

        Assert.Equal(0, Update());
        Assert.All(answered, e => Assert.Equal($"// my answer to {e.Id}\nint mine;", course.Answer(e)));
        Notebook now = course.Read("01-cache-key");
        Assert.Equal("\"an added cell\"", now.Find("my-try")!.Source);
        Assert.Contains("My note: keys are not passwords.", string.Join('\n', now.Cells.Select(c => c.Source)), StringComparison.Ordinal);
        Assert.EndsWith("A new sentence of the course.", now.Find("the-request")!.Source, StringComparison.Ordinal);
        Assert.Equal("Something new.", now.Find("a-new-cell")!.Source);
        Assert.EndsWith(" Again.", course.Read("02-memory-cache").Find("title")!.Source, StringComparison.Ordinal);
        Assert.Equal(2, course.Kept().Length);
        Assert.Contains(course.Kept(), k => File.ReadAllBytes(k).AsSpan().SequenceEqual(before));
        Assert.Contains("The cell under \"Your turn\": your answer is kept", said.ToString(), StringComparison.Ordinal);
        Assert.Empty(course.Open().Pristine.Outdated());

        byte[] after = File.ReadAllBytes(course.FileOf("01-cache-key"));
        Assert.Equal(0, Update());
        Assert.Equal(after, File.ReadAllBytes(course.FileOf("01-cache-key")));
        Assert.Equal(2, course.Kept().Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_nothing_newer_the_change_that_the_warm_up_asks_for_stays(bool recorded)
    {
        if (recorded)
            course.Open().Pristine.RecordFirstUse();
        string green = course.Answer(Course.WarmUp).Replace("< 10_000", "<= 10_000", StringComparison.Ordinal);
        course.Write(Course.WarmUp, green);
        byte[] before = File.ReadAllBytes(course.FileOf(Course.WarmUp.Notebook));

        Assert.Equal(0, Update());

        Assert.Equal(green, course.Answer(Course.WarmUp));
        Assert.Equal(before, File.ReadAllBytes(course.FileOf(Course.WarmUp.Notebook)));
        Assert.Contains("up to date", said.ToString(), StringComparison.Ordinal);
        Assert.Empty(course.Kept());
    }

    [Fact]
    public void Without_a_record_of_the_old_version_more_is_kept_and_nothing_is_lost()
    {
        course.Write(CourseCopy.CacheKey, "// my answer");
        course.Publish("01-cache-key", n => n.WithCells(n.Cells.Select(c => c.Id == "the-request" ? c.WithSource("All new.") : c)));
        string old = course.Read("01-cache-key").Find("the-request")!.Source;
        Assert.Equal(0, Update());
        Assert.Equal("// my answer", course.Answer(CourseCopy.CacheKey));
        string all = string.Join('\n', course.Read("01-cache-key").Cells.Select(c => c.Source));
        Assert.Contains(old, all, StringComparison.Ordinal);
        Assert.Contains("All new.", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_notebook_is_left_as_it_is_and_keeps_no_other_from_its_update()
    {
        course.Open().Pristine.RecordFirstUse();
        File.WriteAllText(course.FileOf("01-cache-key"), "{ half");
        File.Delete(course.FileOf("03-file-cache"));
        course.Publish("02-memory-cache", n => n.WithCells(n.Cells.Select(c => c.Id == "title" ? c.WithSource("New.") : c)));
        Assert.Equal(2, Update());
        Assert.Equal("{ half", File.ReadAllText(course.FileOf("01-cache-key")));
        Assert.Equal("New.", course.Read("02-memory-cache").Find("title")!.Source);
        Assert.True(File.Exists(course.FileOf("03-file-cache")));
    }

    [Fact]
    public void With_a_broken_notebook_only_the_others_are_said_to_be_up_to_date()
    {
        File.WriteAllText(course.FileOf("01-cache-key"), "{ half");
        Assert.Equal(2, Update());
        Assert.Equal("Your other notebooks are up to date.", said.ToString().Trim());
    }

    [Fact]
    public void Nothing_is_changed_when_no_copy_can_be_kept()
    {
        course.Write(CourseCopy.CacheKey, "// my answer");
        byte[] before = File.ReadAllBytes(course.FileOf("01-cache-key"));
        course.Publish("01-cache-key", n => n.WithCells(n.Cells.Select(c => c.Id == "title" ? c.WithSource("New.") : c)));
        File.WriteAllText(course.Lab, "in the way");
        Assert.Equal(2, Update());
        Assert.Equal(before, File.ReadAllBytes(course.FileOf("01-cache-key")));
    }

    private void Change(string notebook, Func<Notebook, Notebook> change) => NotebookWriter.Write(change(course.Read(notebook)), course.FileOf(notebook));

    private int Update(bool dryRun = false) => UpdateCommand.Run(course.Open(), dryRun, said);
}
