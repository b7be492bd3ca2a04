
namespace CachingLab.Notebooks.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("atomic-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_write_that_fails_leaves_the_old_content_and_nothing_else()
    {
        string file = Path.Combine(folder, "a.json");
        File.WriteAllText(file, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(file, to =>
        {
            to.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_missing_folder_is_made()
    {
        string file = Path.Combine(folder, "deep", "er", "a.json");
        AtomicFile.Write(file, to => to.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(file));
    }

    [Fact]
    public void A_link_stays_one_and_the_file_behind_it_keeps_its_permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("links need a right there");
            return;
        }

        string real = Path.Combine(folder, "real.json"), link = Path.Combine(folder, "link.json");
        File.WriteAllText(real, "old");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, real);
        AtomicFile.Write(link, to => to.Write("new"u8), toDisk: false);
        Assert.Equal(("new", real), (File.ReadAllText(real), new FileInfo(link).LinkTarget));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(real));
    }
}
