using System.Diagnostics.CodeAnalysis;

namespace CachingLab.Worker.Compilation;

/// <summary>The one magic of the dialect: a cell that holds only <c>#!import ../lib/setup.csx</c>, or <c>setup-production.csx</c> in part two.</summary>
internal static class CellImport
{
    private const string Magic = "#!";
    private const string Import = "#!import ";
    private const string ProductionSetup = "/setup-production.csx";

    /// <summary>Reads the code that a cell stands for.</summary>
    /// <param name="folder">The notebook's folder, or null when the library is referenced in any case.</param>
    /// <param name="code">The text of the cell or of the file that it imports.</param>
    public static bool TryRead(string cell, string? folder, [NotNullWhen(true)] out string? code, [NotNullWhen(false)] out string? problem)
    {
        (code, problem) = (cell, null);
        if (LineOf(cell) == 0)
            return true;
        string text = cell.Trim();
        (code, problem) = (null, null);
        if (!text.StartsWith(Import, StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal))
        {
            problem = "this line only works in some notebook engines; '#!import ../lib/setup.csx', alone in its cell, works in all";
            return false;
        }

        if (folder is null)
        {
            code = "";
            return true;
        }

        string file = Path.GetFullPath(text[Import.Length..].Trim(), folder);
        if (!File.Exists(file))
            problem = $"file not found: {file}; run 'dotnet build' at the repository root, which writes it, then try again";
        else
            code = File.ReadAllText(file);
        return problem is null;
    }

    /// <summary>Whether a cell imports the library of part two.</summary>
    public static bool IsOfPartTwo(string cell) =>
        cell.AsSpan().Trim() is var text && text.StartsWith(Import, StringComparison.Ordinal) && text.EndsWith(ProductionSetup, StringComparison.Ordinal);

    /// <summary>The line of a cell's first magic, counted from 1; 0 when there is none.</summary>
    public static int LineOf(string cell) => Array.FindIndex(cell.Split('\n'), l => l.TrimStart().StartsWith(Magic, StringComparison.Ordinal)) + 1;
}
