namespace CachingLab.Execution;

/// <summary>A child program, and the files it is made of: all that a process behind walls sees of this folder.</summary>
public sealed class SandboxProgram
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(Sandbox.NotebookOutput).Assembly.Location)!;
    private readonly Lazy<string[]> files;

    private SandboxProgram(string name, params string[] libraries)
    {
        File = Path.Combine(Folder, name + ".dll");
        string[] starts = [name + ".", .. libraries];
        files = new Lazy<string[]>(() => [.. Directory.EnumerateFiles(Folder).Where(f => IsNeeded(Path.GetFileName(f), starts))]);
    }

    /// <summary>Runs cells.</summary>
    public static SandboxProgram Cells { get; } = new("CachingLab.Sandbox");

    /// <summary>Compiles them.</summary>
    public static SandboxProgram Compiler { get; } = new("CachingLab.Compiler", "CachingLab.Sandbox.", "Microsoft.CodeAnalysis.");

    /// <summary>The program's own file.</summary>
    public string File { get; }

    /// <summary>All its files. Not the whole folder: the program lies beside other programs.</summary>
    public IReadOnlyList<string> Files => files.Value;

    private static bool IsNeeded(string file, string[] starts) =>
        (file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal))
        && (file is "CachingLab.dll" || file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || starts.Any(s => file.StartsWith(s, StringComparison.Ordinal)));
}
