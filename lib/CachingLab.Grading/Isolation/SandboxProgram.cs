using CachingLab.Worker.Compilation;
using CachingLab.Worker.Running;

namespace CachingLab.Grading.Isolation;

/// <summary>A program that a child process runs, and the files that it needs. Behind walls it can read no other file of this folder.</summary>
public sealed class SandboxProgram
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(CellWorker).Assembly.Location)!;
    private readonly Lazy<string[]> files;

    private SandboxProgram(string work, params string[] libraries)
    {
        Work = work;
        string[] starts = ["CachingLab.Worker.", .. libraries];
        files = new Lazy<string[]>(() => [.. Directory.EnumerateFiles(Folder).Where(f => IsNeeded(Path.GetFileName(f), starts))]);
    }

    public static SandboxProgram Cells { get; } = new(CachingLab.Worker.Program.Run);

    public static SandboxProgram Compiler { get; } = new(CachingLab.Worker.Program.Compile, "Microsoft.CodeAnalysis.");

    /// <summary>The executable file, which is the same for all programs.</summary>
    public static string File { get; } = Path.Combine(Folder, "CachingLab.Worker.dll");

    /// <summary>The file with the exercises of part two, which the grader does not load for part one.</summary>
    public static string PartTwo { get; } = Path.Combine(Folder, "CachingLab.Production.dll");

    /// <summary>The first argument, which selects the program.</summary>
    public string Work { get; }

    /// <summary>The files that the program needs, because the folder contains other programs too.</summary>
    public IReadOnlyList<string> Files => files.Value;

    private static bool IsNeeded(string file, string[] starts) => LibraryFiles.IsInPartTwo(file)
        || ((file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal))
            && starts.Any(s => file.StartsWith(s, StringComparison.Ordinal)));
}
