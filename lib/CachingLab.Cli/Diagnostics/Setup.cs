using System.Globalization;
using System.Text.Json;
using CachingLab.Cli.Computer;
using CachingLab.Grading.Isolation;
using PEReader = System.Reflection.PortableExecutable.PEReader;

namespace CachingLab.Cli.Diagnostics;

/// <summary>Examines what everything else needs: the SDK, the build, .NET's culture data, and the walls around answers that are graded.</summary>
internal static class Setup
{
    private const string BuildCommand = "dotnet build lib/CachingLab.Cli";

    /// <summary>Whether the SDK on the path fits <c>global.json</c>.</summary>
    public static async Task<IReadOnlyList<Finding>> SdkAsync(Machine machine, string root, CancellationToken cancellationToken)
    {
        const string Topic = ".NET SDK";
        const string Get = "get it from https://dotnet.microsoft.com/download";
        string wanted = WantedSdk(root);
        if (machine.Find("dotnet") is null)
            return [new(FindingState.Broken, Topic, $"dotnet is not on the path; the course needs SDK {wanted} or a later 10.0", Get)];
        string? version = await machine.AskAsync("dotnet", ["--version"], root, cancellationToken);
        return version is null
            ? [new(FindingState.Broken, Topic, $"none that fits global.json, which asks for {wanted} or a later 10.0", Get)]
            : [new(FindingState.Good, Topic, $"{version.Trim()} (global.json asks for {wanted} or a later 10.0)")];
    }

    /// <summary>Whether the library is built in this clone and from the current sources.</summary>
    public static IReadOnlyList<Finding> Build(string root) =>
        [BuildOf(root, "setup.csx", "CachingLab", "every notebook of part one"), BuildOf(root, "setup-production.csx", "CachingLab.Production", "every notebook of part two")];

    private static Finding BuildOf(string root, string script, string project, string notebooks)
    {
        const string Topic = "build";
        string setup = Path.Combine(root, "lib", script);
        if (!File.Exists(setup))
            return new(FindingState.Broken, Topic, $"lib/{script} is missing: the first cell of {notebooks} imports it", BuildCommand);
        string? library = File.ReadAllLines(setup).Select(l => l.Trim()).FirstOrDefault(l => l.StartsWith("#r \"", StringComparison.Ordinal))?[4..].TrimEnd('"');
        if (library is null)
            return new(FindingState.Broken, Topic, $"lib/{script} names no library", BuildCommand);
        if (!File.Exists(library))
            return new(FindingState.Broken, Topic, $"lib/{script} points to {library}, which is not there", BuildCommand);

        // On Windows there is no relative path to another drive.
        if (Path.GetRelativePath(root, library) is var path && (path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path)))
            return new(FindingState.Broken, Topic, $"lib/{script} points into another clone: {library}", BuildCommand);
        DateTime built = File.GetLastWriteTimeUtc(library);
        string? newer = Directory.EnumerateFiles(Path.Combine(root, "lib", project), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .FirstOrDefault(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
                && File.GetLastWriteTimeUtc(Path.Combine(root, f)) > built);
        return newer is null
            ? new(FindingState.Good, Topic, $"up to date, and lib/{script} points to it")
            : new(FindingState.Notice, Topic, $"older than {newer}; restart notebook kernels after building", BuildCommand);
    }

    /// <summary>Whether the compiler of cells is native code, which the build makes where it can.</summary>
    /// <param name="folder">The folder of the built program.</param>
    public static Finding Compiler(string folder)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.dll")));
        return file.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 }
            ? new(FindingState.Good, "compiler", "native code, which the build made of it")
            : new(
                FindingState.Missing,
                "compiler",
                "not native code: the build could not get or run Microsoft.NETCore.App.Crossgen2, and each verdict takes half a second longer",
                "delete the folders obj in lib/, then run ./lab with access to nuget.org");
    }

    /// <summary>Whether .NET has its culture data (ICU).</summary>
    public static Finding Languages()
    {
        const string Topic = "languages";
        string separator;
        try
        {
            separator = CultureInfo.GetCultureInfo("de-DE").NumberFormat.NumberDecimalSeparator;
        }
        catch (CultureNotFoundException)
        {
            separator = ".";
        }

        return separator == ","
            ? new(FindingState.Good, Topic, ".NET knows how other cultures write numbers")
            : new(
                FindingState.Missing,
                Topic,
                "ICU is missing or switched off (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT): notebook 01 cannot show what a culture does to a key",
                OperatingSystem.IsLinux() ? "sudo apt-get install -y libicu-dev (Debian, Ubuntu; elsewhere the package icu)" : null);
    }

    /// <summary>Whether there are walls around answers that are graded.</summary>
    public static Finding WallsHere()
    {
        const string Topic = "walls";
        return Walls.Here.Missing is { } missing
            ? new(FindingState.Notice, Topic, $"answers of other people are graded with less around them: {missing}")
            : new(FindingState.Good, Topic, "the kernel keeps answers that are graded from your files, the network and other processes");
    }

    private static string WantedSdk(string root)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "global.json")));
            return json.RootElement.GetProperty("sdk").GetProperty("version").GetString() ?? "10.0";
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "10.0";
        }
    }
}
