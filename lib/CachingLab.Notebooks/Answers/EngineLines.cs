namespace CachingLab.Notebooks.Answers;

/// <summary>A cell's text without the lines that only a notebook engine understands. The other lines keep their numbers.</summary>
/// <param name="Source">The text that is left.</param>
/// <param name="Notes">What was left out, a sentence each.</param>
public sealed record EngineLines(string Source, IReadOnlyList<string> Notes)
{
    private const string Import = "#!import ";

    private static readonly string[] CSharp = ["#!csharp", "#!c#"];

    // .NET Interactive's other kernels. The lines below are not C#, up to a line that switches back to it.
    private static readonly string[] Others =
    [
        "#!fsharp", "#!f#", "#!pwsh", "#!powershell", "#!javascript", "#!js", "#!html", "#!markdown", "#!mermaid", "#!http", "#!sql", "#!kql", "#!value",
    ];

    /// <summary>The text of an answer to grade. <paramref name="what"/> names its cell in the notes.</summary>
    public static EngineLines OfAnswer(string source, string what) =>
        LeaveOut(source, what, $"Lines that begin with #!, #r or #load are left out of {what}: only plain C# is graded.", CodeScan.IsDirective);

    /// <summary>The text of a cell to run. References to files and an import alone in its cell are kept.</summary>
    public static EngineLines OfCell(string source, string what) => IsImport(source.Trim())
        ? new EngineLines(source, [])
        : LeaveOut(source, what, $"Lines that begin with #! are left out of {what}: only a notebook engine understands them.", IsMagic);

    private static EngineLines LeaveOut(string source, string what, string note, Func<string, bool> isEngines)
    {
        string[] lines = source.Split('\n');
        string[] code = CodeScan.Blank(source).Split('\n');
        string? other = null;
        var notes = new HashSet<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            string word = IsMagic(code[i]) ? code[i].Trim().Split()[0] : "";
            if (CSharp.Contains(word, StringComparer.OrdinalIgnoreCase))
                other = null;
            else if (Others.Contains(word, StringComparer.OrdinalIgnoreCase))
                other = word;
            if (other is not null)
                notes.Add($"What stands below {other} is left out of {what}: it is not C#.");
            else if (IsPackage(code[i], lines[i]))
                notes.Add($"A line #r \"nuget: ...\" is left out of {what}: packages cannot be used here, only .NET and what the course brings.");
            else if (isEngines(code[i]))
                notes.Add(note);
            else
                continue;
            lines[i] = "";
        }

        return new EngineLines(notes.Count == 0 ? source : string.Join('\n', lines), [.. notes]);
    }

    private static bool IsImport(string text) => text.StartsWith(Import, StringComparison.Ordinal) && !text.Contains('\n', StringComparison.Ordinal);

    private static bool IsMagic(string code) => code.TrimStart().StartsWith("#!", StringComparison.Ordinal);

    // #i names a source of packages.
    private static bool IsPackage(string code, string line) => code.TrimStart() is ['#', 'r' or 'i', ..] && line.Contains("\"nuget:", StringComparison.OrdinalIgnoreCase);
}
