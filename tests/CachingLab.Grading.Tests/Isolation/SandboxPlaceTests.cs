using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Isolation;

/// <summary>What is said of a temporary folder that no answer can work in.</summary>
public sealed class SandboxPlaceTests
{
    [Fact]
    public void A_usual_one_has_no_problem_and_holds_nothing_afterwards()
    {
        using var place = new TemporaryPlace();
        Assert.Null(SandboxPlace.Problem());
        Assert.Empty(Directory.EnumerateFileSystemEntries(place.Own));
    }

    [Fact]
    public async Task Looks_at_it_side_by_side_do_not_disturb_each_other() =>
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(SandboxPlace.Problem))), Assert.Null);

    [Fact]
    public void One_behind_a_link_is_known_by_its_real_path()
    {
        using var place = new TemporaryPlace("link/below");
        Directory.CreateDirectory(Path.Combine(place.Own, "real", "below"));
        Directory.CreateSymbolicLink(Path.Combine(place.Own, "link"), Path.Combine(place.Own, "real"));
        Assert.Null(SandboxPlace.Problem());
        Assert.Equal(RealPath.Of(Path.Combine(place.Own, "real", "below")), SandboxPlace.Folder);
    }

    [Fact]
    public void One_that_is_not_there_is_named_with_its_variable()
    {
        using var place = new TemporaryPlace("nowhere");
        MachineFaultException fault = Assert.Throws<MachineFaultException>(SandboxPlace.Check);
        Assert.Equal(
            $"not graded, because the temporary folder {place.Own}/nowhere (TMPDIR) is no folder, or cannot be reached: create it, or set TMPDIR to a folder that can be written",
            fault.Message);
    }

    [Fact]
    public void One_that_is_closed_says_so()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "to root nothing is closed");
        using var place = new TemporaryPlace("closed");
        string closed = Directory.CreateDirectory(Path.Combine(place.Own, "closed")).FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Contains("(TMPDIR) is closed to this user", SandboxPlace.Problem(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("64k", "rw", "(TMPDIR) is full: make room there")]
    [InlineData("1m", "rw", "(TMPDIR) is full: make room there")]
    [InlineData("8m", "ro", "(TMPDIR) is read-only")]
    public void One_that_is_full_or_read_only_says_so(string size, string options, string words)
    {
        using TemporaryPlace place = TemporaryPlace.OfSize(size, options);
        Assert.Contains(words, SandboxPlace.Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_with_enough_room_has_no_problem()
    {
        using TemporaryPlace place = TemporaryPlace.OfSize("8m");
        Assert.Null(SandboxPlace.Problem());
        Assert.InRange(SandboxPlace.Free(), SandboxPlace.Room, 8 * 1024 * 1024);
    }
}
