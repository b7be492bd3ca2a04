namespace CachingLab.Tests;

public sealed class SetupFileTests
{
    [Fact]
    public void The_build_wrote_a_setup_file_of_absolute_references_that_exist()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CachingLab.slnx")))
            folder = folder.Parent;
        Assert.NotNull(folder);
        string[] lines = File.ReadAllLines(Path.Combine(folder.FullName, "lib", "setup.csx"));
        Assert.StartsWith("//", lines[0], StringComparison.Ordinal);
        string[] paths = [.. lines[1..].Select(l => l[4..^1])];
        Assert.All(lines[1..], l => Assert.Matches("^#r \"[^\"\\\\]+\\.dll\"$", l));
        Assert.All(paths, p => Assert.True(Path.IsPathFullyQualified(p) && File.Exists(p), p));
        string[] names = [.. paths.Select(p => Path.GetFileName(p))];
        Assert.Equal("CachingLab.dll", names[0]);
        Assert.Contains("Microsoft.Extensions.Logging.Abstractions.dll", names);
        Assert.Contains("Microsoft.Extensions.Logging.Console.dll", names);
    }
}
