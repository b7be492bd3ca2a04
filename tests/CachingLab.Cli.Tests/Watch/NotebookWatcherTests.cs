using CachingLab.Cli.Watch;

namespace CachingLab.Cli.Tests.Watch;

public sealed class NotebookWatcherTests
{
    public static TheoryData<string> Editors => ["VS Code", "Jupyter", "vim"];

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task Every_save_is_told_once_however_the_editor_saves(string editor)
    {
        await using var folder = new WatchedFolder();
        Assert.Equal("first", await folder.NextSourceAsync());
        for (int save = 0; save < 5; save++)
        {
            Save(editor, folder.Notebook, EditorSaves.Notebook($"save {save}"));

            // The next content, and no other: neither the old one again, nor this one twice.
            Assert.Equal($"save {save}", await folder.NextSourceAsync());
        }
    }

    [Fact]
    public async Task A_notebook_that_is_half_written_is_being_saved_and_not_broken()
    {
        await using var folder = new WatchedFolder();
        await folder.NextAsync();
        byte[] whole = EditorSaves.Notebook("second");
        await using (FileStream slow = new(folder.Notebook, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        {
            await slow.WriteAsync(whole.AsMemory(0, whole.Length / 2), TestContext.Current.CancellationToken);
            await slow.FlushAsync(TestContext.Current.CancellationToken);
            Assert.IsType<NotebookSaving>(await folder.NextAsync(passing: true));
            await slow.WriteAsync(whole.AsMemory(whole.Length / 2), TestContext.Current.CancellationToken);
        }

        Assert.Equal("second", await folder.NextSourceAsync());
    }

    [Fact]
    public async Task A_notebook_that_stays_broken_is_told_once_and_is_whole_again_later()
    {
        await using var folder = new WatchedFolder();
        await folder.NextAsync();
        await File.WriteAllTextAsync(folder.Notebook, "{ \"cells\": [", TestContext.Current.CancellationToken);

        Assert.IsType<NotebookSaving>(await folder.NextAsync(passing: true));
        WatchEvent next = await folder.NextAsync(passing: true);
        Assert.DoesNotContain('\n', Assert.IsType<NotebookBroken>(next).Reason);
        EditorSaves.AsVim(folder.Notebook, EditorSaves.Notebook("mended"));
        Assert.Equal("mended", await folder.NextSourceAsync());
    }

    [Fact]
    public async Task The_same_content_saved_again_is_no_news_after_a_broken_moment()
    {
        await using var folder = new WatchedFolder();
        await folder.NextAsync();
        await File.WriteAllTextAsync(folder.Notebook, "", TestContext.Current.CancellationToken);
        Assert.IsType<NotebookSaving>(await folder.NextAsync(passing: true));

        EditorSaves.InPlace(folder.Notebook, EditorSaves.Notebook("first"));

        WatchEvent next;
        do
        {
            next = await folder.NextAsync();
        }
        while (next is NotebookBroken);
        Assert.IsType<NotebookUnchanged>(next);
    }

    [Fact]
    public async Task A_notebook_that_was_deleted_is_told_and_found_again()
    {
        await using var folder = new WatchedFolder();
        await folder.NextAsync();
        File.Delete(folder.Notebook);

        Assert.StartsWith(
            $"the file does not exist; '{LabCall.Name} reset", Assert.IsType<NotebookBroken>(await folder.NextAsync()).Reason, StringComparison.Ordinal);
        EditorSaves.AsJupyter(folder.Notebook, EditorSaves.Notebook("back"));
        Assert.Equal("back", await folder.NextSourceAsync());
    }

    [Fact]
    public async Task Verso_writes_beside_the_notebook_and_is_seen_too()
    {
        await using var folder = new WatchedFolder();
        await folder.NextAsync();
        string verso = Path.ChangeExtension(folder.Notebook, ".verso");
        const string Content = """{"verso":"1.0","metadata":{},"cells":[{"id":"1","type":"code","language":"csharp","source":"from verso"}]}""";
        await File.WriteAllTextAsync(verso, Content, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(verso, File.GetLastWriteTimeUtc(folder.Notebook).AddSeconds(1));

        var saved = Assert.IsType<NotebookSaved>(await folder.NextAsync());
        Assert.Equal("from verso", saved.Notebook.Cells[0].Source);
        Assert.NotNull(saved.Note);
    }

    private static void Save(string editor, string file, byte[] content)
    {
        switch (editor)
        {
            case "VS Code":
                EditorSaves.AsVsCode(file, content);
                break;
            case "Jupyter":
                EditorSaves.AsJupyter(file, content);
                break;
            default:
                EditorSaves.AsVim(file, content);
                break;
        }
    }
}
