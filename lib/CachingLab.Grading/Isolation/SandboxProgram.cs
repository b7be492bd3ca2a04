using CachingLab.Worker.Running;

namespace CachingLab.Grading.Isolation;

/// <summary>What a child process is started for, and the files that it needs: all that one behind walls sees of this folder.</summary>
public sealed class SandboxProgram
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(CellWorker).Assembly.Location)!;
    private readonly Lazy<string[]> files;

    private SandboxProgram(string work, params string[] libraries)
    {
        Work = work;
        string[] starts = ["CachingLab.Worker.", "Microsoft.Extensions.", .. libraries];
        files = new Lazy<string[]>(() => [.. Directory.EnumerateFiles(Folder).Where(f => IsNeeded(Path.GetFileName(f), starts))]);
    }

    /// <summary>Runs cells.</summary>
    public static SandboxProgram Cells { get; } = new(CachingLab.Worker.Program.Run);

    /// <summary>Compiles them.</summary>
    public static SandboxProgram Compiler { get; } = new(CachingLab.Worker.Program.Compile, "Microsoft.CodeAnalysis.");

    /// <summary>The program's own file, the same for all.</summary>
    public static string File { get; } = Path.Combine(Folder, "CachingLab.Worker.dll");

    /// <summary>The first argument, which says what to do.</summary>
    public string Work { get; }

    /// <summary>The files that it needs. Not the whole folder: other programs lie there too.</summary>
    public IReadOnlyList<string> Files => files.Value;

    private static bool IsNeeded(string file, string[] starts) =>
        (file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal))
        && (file is "CachingLab.dll" || starts.Any(s => file.StartsWith(s, StringComparison.Ordinal)));
}
