using System.Diagnostics;

namespace CachingLab.Execution;

/// <summary>Linux' bubblewrap: a process namespace of its own, no network, and a file system of which only one folder can be written.</summary>
internal static class Bubblewrap
{
    private static readonly Lazy<string?> LazyProblem = new(Probe);
    private static readonly string[] SystemFolders = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store"];
    private static readonly string[] SystemFiles = ["/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives"];

    /// <summary>Why it cannot be used here, with what to do; null when it works.</summary>
    public static string? Problem => LazyProblem.Value;

    /// <summary>The arguments that come before the program and its own.</summary>
    /// <param name="folder">The one folder that can be written.</param>
    /// <param name="workFolder">The folder to start in.</param>
    /// <param name="temporary">The folder inside it that stands in for the system's temporary one: what is written there counts too.</param>
    /// <param name="readable">Files and folders that the program is read from.</param>
    public static IEnumerable<string> Arguments(string folder, string workFolder, string temporary, IEnumerable<string> readable)
    {
        // The order counts: later mounts lie over earlier ones, and the work folder may lie under /tmp. What bubblewrap makes itself is memory
        // that nobody counts, and is closed to writing last.
        string[] isolation = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"];
        IEnumerable<string> system = SystemFolders.Concat(SystemFiles).SelectMany(p => new[] { "--ro-bind-try", p, p });
        string[] fresh = ["--proc", "/proc", "--dev", "/dev", "--bind", temporary, "/tmp"];
        IEnumerable<string> program = readable.SelectMany(p => new[] { "--ro-bind", p, p });
        return [.. isolation, .. system, .. fresh, .. program, "--bind", folder, folder, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", workFolder, "--"];
    }

    private static string? Probe()
    {
        const string Advice = "install it ('apt-get install bubblewrap' on Debian and Ubuntu, 'dnf install bubblewrap' on Fedora)";
        if (!OperatingSystem.IsLinux())
            return "bubblewrap is for Linux alone";
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cachinglab-");
        try
        {
            var start = new ProcessStartInfo("bwrap", Arguments(folder.FullName, folder.FullName, folder.FullName, []).Append("true"))
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using Process probe = Process.Start(start)!;
            string said = probe.StandardError.ReadToEnd();
            probe.WaitForExit();
            return probe.ExitCode == 0 ? null : $"bubblewrap is installed but cannot start here: {said.Trim().Split('\n')[0]}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"bubblewrap is not installed; {Advice}";
        }
        finally
        {
            SandboxCleanup.Delete(folder.FullName);
        }
    }
}
