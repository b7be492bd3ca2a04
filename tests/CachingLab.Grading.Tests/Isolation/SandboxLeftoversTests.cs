using CachingLab.Grading.Isolation;
using CachingLab.Grading.Tests.Submissions;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Grading.Tests.Isolation;

public sealed class SandboxLeftoversTests : IDisposable
{
    // No system gives out ids as high as this.
    private const string KilledGraders = "cachinglab-2147483647-abc";
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_temporary_folder_that_is_not_there_is_no_error() => SandboxLeftovers.Remove(temporary["gone"], In(hours: 25));

    [Fact]
    public void A_link_is_not_followed_and_what_it_leads_to_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        string kept = temporary.Write("kept/file");
        Directory.CreateSymbolicLink(temporary["cachinglab-link"], temporary["kept"]);
        Directory.CreateDirectory(temporary[KilledGraders]);
        Directory.CreateSymbolicLink(temporary[$"{KilledGraders}/link"], temporary["kept"]);
        SandboxLeftovers.Remove(temporary.Root, In(hours: 25));
        Assert.Equal(["cachinglab-link", "kept"], Left());
        Assert.True(File.Exists(kept));
    }

    [Fact]
    public async Task A_sandbox_that_has_waited_for_days_keeps_its_folder()
    {
        await using var waiting = new SandboxProcess(SandboxProgram.Cells, new SandboxLimits(), Walls.None);
        SandboxLeftovers.Remove(Path.GetDirectoryName(waiting.Folder)!, In(hours: 100));
        Assert.True(Directory.Exists(waiting.WorkFolder));
    }

    [Fact]
    public void Folders_closed_to_everybody_are_removed_all_the_same()
    {
        if (OperatingSystem.IsWindows())
            throw Xunit.Sdk.SkipException.ForSkip("folders have no such modes there");
        temporary.Write($"{KilledGraders}/{SandboxCommand.Work}/a/file");
        File.SetUnixFileMode(temporary[$"{KilledGraders}/{SandboxCommand.Work}/a"], UnixFileMode.None);
        File.SetUnixFileMode(temporary[KilledGraders], UnixFileMode.None);
        SandboxLeftovers.Remove(temporary.Root, In(hours: 25));
        Assert.Empty(Left());
    }

    [Theory]
    [InlineData(23, "cachinglab-2147483647-abc cachinglab-abc cachinglab.txt other-abc")]
    [InlineData(25, "cachinglab.txt other-abc")]
    public void What_a_killed_grader_left_goes_after_a_day_and_nothing_else(int hours, string left)
    {
        temporary.Write($"{KilledGraders}/{SandboxCommand.Work}/file");
        temporary.Write("cachinglab-abc/file");
        temporary.Write("other-abc/file");
        temporary.Write("cachinglab.txt");
        SandboxLeftovers.Remove(temporary.Root, In(hours));
        Assert.Equal(left, string.Join(' ', Left()));
    }

    private static FakeTimeProvider In(int hours) => new(DateTimeOffset.UtcNow.AddHours(hours));

    private IEnumerable<string?> Left() =>
        Directory.EnumerateFileSystemEntries(temporary.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
