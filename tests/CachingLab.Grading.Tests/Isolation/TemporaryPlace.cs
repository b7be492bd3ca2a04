using System.Diagnostics;

namespace CachingLab.Grading.Tests.Isolation;

/// <summary>Another temporary folder for sandboxes, for the length of a test.</summary>
internal sealed class TemporaryPlace : IDisposable
{
    private const string Variable = "TMPDIR";
    private readonly string own = Directory.CreateTempSubdirectory("place-").FullName;
    private bool mounted;

    /// <summary>Makes this the temporary folder.</summary>
    /// <param name="path">The path below the test's own folder, with which the variable is set; it need not exist.</param>
    public TemporaryPlace(string path = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the variable has another name there");
        Environment.SetEnvironmentVariable(Variable, Path.Combine(own, path));
    }

    /// <summary>The test's own folder.</summary>
    public string Own => own;

    /// <summary>A place that is so large and no larger, as only root can make it.</summary>
    public static TemporaryPlace OfSize(string size, string options = "rw")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "a small disk can be made by root on Linux alone");
        var place = new TemporaryPlace();
        using Process mount = Process.Start("mount", ["-t", "tmpfs", "-o", $"size={size},{options}", "tmpfs", place.own]);
        mount.WaitForExit();
        place.mounted = mount.ExitCode == 0;
        if (place.mounted)
            return place;
        place.Dispose();
        Assert.Skip("this container lets nobody mount a small disk");
        return place;
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, Machine.Temporary);
        if (mounted)
        {
            using Process unmount = Process.Start("umount", ["-l", own]);
            unmount.WaitForExit();
        }

        Directory.Delete(own, recursive: true);
    }
}
