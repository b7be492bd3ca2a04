using System.Runtime.CompilerServices;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace CachingLab.Grading.Tests;

/// <summary>A temporary folder that only this run of the tests uses, so that what is left in it was left by them.</summary>
internal static class Machine
{
    private const string Variable = "TMPDIR";

    /// <summary>The folder.</summary>
    public static string Temporary { get; private set; } = "";

    /// <summary>Processes whose environment or command line names this run's folder: sandboxes, and what they started.</summary>
    public static IReadOnlyList<string> Processes()
    {
        var found = new List<string>();
        if (!OperatingSystem.IsLinux())
            return found;
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out int id) || id == Environment.ProcessId)
                continue;
            try
            {
                string command = File.ReadAllText($"{folder}/cmdline").Replace('\0', ' ');
                if ((command + File.ReadAllText($"{folder}/environ")).Contains(Temporary, StringComparison.Ordinal))
                    found.Add($"{id}: {command}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone, or somebody else's.
            }
        }

        return found;
    }

    [ModuleInitializer]
    internal static void Start()
    {
        Temporary = Directory.CreateTempSubdirectory("cachinglab-tests-").FullName;
        Environment.SetEnvironmentVariable(Variable, Temporary);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(Temporary, recursive: true);
            }
            catch (Exception e) when (e is IOException or ArgumentException)
            {
                // The tests that look for what is left have said so already.
            }
        };
    }
}
