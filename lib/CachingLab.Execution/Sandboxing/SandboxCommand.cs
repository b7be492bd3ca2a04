using System.Diagnostics;
using System.Globalization;

namespace CachingLab.Execution;

/// <summary>How the child program is started: through the shell for its limits and bubblewrap for its walls, where these are.</summary>
internal static class SandboxCommand
{
    private const string Shell = "/bin/sh";
    private static readonly string[] RuntimeParts = ["dotnet", "host", "shared"];

    /// <summary>Marks the processes of one sandbox in their environment, so that what they leave running can be found.</summary>
    public const string Mark = "CACHINGLAB_SANDBOX";

    // What POSIX shells count file sizes in.
    private const int UlimitBlock = 512;

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string DotnetRoot = Path.GetFullPath(Path.Combine(FrameworkFolder, "..", "..", ".."));

    // Not the whole folder: a .NET that a user installed lies beside the user's certificates.
    private static readonly Lazy<string[]> RuntimeFiles =
        new(() => [.. RuntimeParts.Select(n => Path.Combine(DotnetRoot, n)).Where(Path.Exists)]);

    /// <summary>The start of a child that talks over the two pipe handles.</summary>
    public static ProcessStartInfo Create(
        SandboxProgram program, string folder, string workFolder, SandboxLimits limits, bool walls, string inHandle, string outHandle, string mark)
    {
        string dotnet = Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        List<string> command = [dotnet, program.File, inHandle, outHandle];
        if (!OperatingSystem.IsWindows())
        {
            // No core dumps; processor time and the size of a file are bounded by the kernel too, should the grader look too late. The soft limit
            // on time comes first, so that its signal tells what happened.
            long seconds = (long)Math.Ceiling(limits.CpuTime.TotalSeconds) + 2;
            string bounds = string.Create(
                CultureInfo.InvariantCulture,
                $"ulimit -c 0; ulimit -S -t {seconds}; ulimit -H -t {seconds + 1}; ulimit -f {limits.DiskBytes / UlimitBlock}");
            command = [Shell, "-c", bounds + "; exec \"$@\"", "sh", .. command];
        }

        if (walls)
        {
            string temporary = Path.Combine(folder, SandboxFolders.Temporary);
            command = ["bwrap", .. Bubblewrap.Arguments(folder, workFolder, temporary, [.. RuntimeFiles.Value, .. program.Files]), .. command];
        }

        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = workFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment, folder, limits, mark);
        return start;
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, string folder, SandboxLimits limits, string mark)
    {
        string[] kept = ["PATH", "SystemRoot", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "LD_LIBRARY_PATH"];
        Dictionary<string, string?> fresh = environment.Where(e => kept.Contains(e.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary();
        environment.Clear();
        foreach ((string name, string? value) in fresh)
            environment[name] = value;
        string home = Path.Combine(folder, SandboxFolders.Home);
        string temporary = Path.Combine(folder, SandboxFolders.Temporary);
        foreach (string name in (string[])["HOME", "USERPROFILE", "DOTNET_CLI_HOME"])
            environment[name] = home;
        foreach (string name in (string[])["TMPDIR", "TMP", "TEMP"])
            environment[name] = temporary;
        environment["LANG"] = "C.UTF-8";
        environment[Mark] = mark;
        environment["DOTNET_ROOT"] = DotnetRoot;
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_NOLOGO"] = "1";
        // Its second mapping of code is a file in memory, larger than any file may be here; without it the child starts sooner, too.
        environment["DOTNET_EnableWriteXorExecute"] = "0";
        // The runtime's own limit comes first, so that a managed allocation fails with a name rather than by a kill.
        environment["DOTNET_GCHeapHardLimit"] = (limits.MemoryBytes * 3 / 4).ToString("X", CultureInfo.InvariantCulture);
    }
}
