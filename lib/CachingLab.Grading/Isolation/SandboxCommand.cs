using System.Globalization;
using CachingLab.Worker.Isolation;

namespace CachingLab.Grading.Isolation;

/// <summary>How a child program is started.</summary>
/// <param name="elsewhere">Whether its surroundings differ from those of other children.</param>
internal sealed class SandboxCommand(
    SandboxProgram program, string folder, string workFolder, SandboxLimits limits, bool elsewhere = false, IReadOnlyDictionary<string, string>? variables = null)
{
    /// <summary>The current folder of the cells, below the child's own folder; empty at the start.</summary>
    public const string Work = "work";

    /// <summary>The current folder of a child in other surroundings.</summary>
    public const string OtherWork = "elsewhere";
    public const string Home = "home";
    public const string Temporary = "tmp";

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string DotnetRoot = Path.GetFullPath(Path.Combine(FrameworkFolder, "..", "..", ".."));

    /// <summary>The files and folders of .NET. Not the whole folder, because a user's own .NET may be beside the user's certificates.</summary>
    public static IReadOnlyList<string> RuntimeFiles { get; } =
        [.. ((string[])["dotnet", "host", "shared"]).Select(n => Path.Combine(DotnetRoot, n)).Where(Path.Exists)];

    public static string Executable { get; } = Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public string Folder => folder;

    /// <summary>What the child may read behind walls.</summary>
    public IReadOnlyList<string> Readable { get; } = ReadableFiles.For(program, folder);

    public SandboxLimits Limits => limits;

    /// <summary>The arguments, with the handles that the child reads messages from and writes them to.</summary>
    public IReadOnlyList<string> Arguments(string input, string output, WallParts walls)
    {
        // The parent checks the time more exactly. This limit applies when it checks too late.
        var bounds = new ResourceLimits((long)Math.Ceiling(limits.CpuTime.TotalSeconds) + 2, limits.DiskBytes);
        var terms = new ChildTerms(input, output, workFolder, walls, bounds, walls.HasFlag(WallParts.Files) ? Readable : []);
        return [SandboxProgram.File, program.Work, .. terms.ToArguments()];
    }

    /// <summary>The environment. Of this process's own, it only contains what the system needs and what was asked for.</summary>
    public IReadOnlyDictionary<string, string> Environment()
    {
        string[] kept = ["PATH", "SystemRoot", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "LD_LIBRARY_PATH"];
        Dictionary<string, string> environment = variables is null ? [] : new(variables);
        foreach (string name in kept)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
                environment[name] = value;
        }

        string home = Path.Combine(folder, Home);
        string temporary = Path.Combine(folder, Temporary);
        foreach (string name in (string[])["HOME", "USERPROFILE", "DOTNET_CLI_HOME"])
            environment[name] = home;
        foreach (string name in (string[])["TMPDIR", "TMP", "TEMP"])
            environment[name] = temporary;
        environment["LANG"] = elsewhere ? "de_DE.UTF-8" : "C.UTF-8";
        if (elsewhere)
        {
            // Differences between machines that a program's result must not depend on.
            environment["TZ"] = "Asia/Tokyo";
            environment["USER"] = environment["LOGNAME"] = environment["USERNAME"] = "colleague";
            environment["DOTNET_PROCESSOR_COUNT"] = "3";
        }

        environment["DOTNET_ROOT"] = DotnetRoot;
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_NOLOGO"] = "1";

        // W^X maps code through a file in memory, which the walls refuse. The child also starts faster without it.
        environment["DOTNET_EnableWriteXorExecute"] = "0";

        // The runtime's own limit is lower, so that an allocation fails with an OutOfMemoryException rather than with a kill.
        environment["DOTNET_GCHeapHardLimit"] = (limits.MemoryBytes * 3 / 4).ToString("X", CultureInfo.InvariantCulture);
        return environment;
    }
}

/// <summary>The files that a child behind walls can reach.</summary>
internal static class ReadableFiles
{
    // Libraries, time zones, and what the C library, OpenSSL and the garbage collector read at their start.
    private static readonly string[] OfTheSystem =
    [
        "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/nix/store", "/usr/share/icu", "/usr/share/zoneinfo",
        "/etc/ld.so.cache", "/etc/localtime", "/etc/ssl/openssl.cnf", "/sys/devices/system/cpu", "/sys/devices/system/node",
        "/dev/null", "/dev/urandom", "/dev/random",
    ];

    /// <summary>The files that a child may read, its own folder included.</summary>
    public static IReadOnlyList<string> For(SandboxProgram program, string folder) =>
        [.. OfTheSystem.Where(Path.Exists), .. SandboxCommand.RuntimeFiles, .. program.Files, folder];

    /// <summary>The rules for a child: it may read these files, write in its own folder, and reach nothing else.</summary>
    public static Landlock Rules(IReadOnlyList<string> readable, string folder)
    {
        Landlock rules = Landlock.Everything();
        foreach (string path in readable)
            rules.Allow(path, Landlock.Execute | Landlock.ReadFile | Landlock.ReadFolder);

        // The child restricts /proc further itself: see ChildWalls.
        rules.Allow("/proc", Landlock.ReadFile | Landlock.ReadFolder);
        rules.Allow("/dev/null", Landlock.WriteFile);
        rules.Allow(folder, Landlock.Own);
        return rules;
    }
}
