using System.Diagnostics;
using System.Globalization;

namespace CachingLab.Execution;

/// <summary>How the child program is started: through the shell for its limits and bubblewrap for its walls, where these are.</summary>
internal static class SandboxCommand
{
    private const string Shell = "/bin/sh";

    /// <summary>Marks the processes of one sandbox in their environment, so that what they leave running can be found.</summary>
    public const string Mark = "CACHINGLAB_SANDBOX";

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string DotnetRoot = Path.GetFullPath(Path.Combine(FrameworkFolder, "..", "..", ".."));
    private static readonly string ProgramFile = typeof(Sandbox.NotebookOutput).Assembly.Location;

    /// <summary>The start of a child that talks over the two pipe handles.</summary>
    public static ProcessStartInfo Create(
        string folder, string workFolder, SandboxLimits limits, bool walls, string inHandle, string outHandle, string mark)
    {
        string dotnet = Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        List<string> command = [dotnet, ProgramFile, inHandle, outHandle];
        if (!OperatingSystem.IsWindows())
        {
            // No core dumps; processor time is bounded by the kernel too, should the grader itself be stopped.
            string seconds = Math.Ceiling(limits.CpuTime.TotalSeconds + 2).ToString(CultureInfo.InvariantCulture);
            command = [Shell, "-c", $"ulimit -c 0; ulimit -t {seconds}; exec \"$@\"", "sh", .. command];
        }

        if (walls)
            command = ["bwrap", .. Bubblewrap.Arguments(folder, workFolder, [DotnetRoot, Path.GetDirectoryName(ProgramFile)!]), .. command];
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
        // The runtime's own limit comes first, so that a managed allocation fails with a name rather than by a kill.
        environment["DOTNET_GCHeapHardLimit"] = (limits.MemoryBytes * 3 / 4).ToString("X", CultureInfo.InvariantCulture);
    }
}
