using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Notebooks.Tests;

/// <summary>The rules of the notebook dialect that need no compiler.</summary>
internal static partial class DialectRules
{
    private const string Import = "#!import ../lib/setup.csx";
    private const string ImportOfPartTwo = "#!import ../lib/setup-production.csx";

    /// <summary>The rules that a course notebook breaks.</summary>
    /// <param name="notebook">The notebook as read from its file.</param>
    public static IReadOnlyList<DialectProblem> Check(Notebook notebook)
    {
        var problems = new List<DialectProblem>();
        CheckFile(notebook, (what) => problems.Add(new(notebook.Name, "", 0, what)));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Cell? first = notebook.Cells.FirstOrDefault(c => c.IsCode);
        for (int i = 0; i < notebook.Cells.Count; i++)
        {
            Cell cell = notebook.Cells[i];
            string label = cell.Id ?? $"number {i + 1}";
            CheckCell(cell, cell == first, ids, (line, what) => problems.Add(new(notebook.Name, label, line, what)));
        }

        return problems;
    }

    private static void CheckFile(Notebook notebook, Action<string> problem)
    {
        if (notebook.Format is not NotebookFormat.Ipynb || notebook.Minor != 5)
            problem("it is not nbformat 4.5; set nbformat_minor to 5");
        if (!JsonNode.DeepEquals(notebook.MetadataJson(), StandardMetadata.Create()))
            problem($"its metadata is not exactly the course's; run `{LabCall.Name} release`, or copy the metadata from another notebook");
        if (!NotebookWriter.ToBytes(notebook).AsSpan().SequenceEqual(NotebookWriter.ToCanonicalBytes(notebook)))
            problem("the file is not laid out as VS Code writes it (names sorted, one space a level, LF, one newline at the end); save it in VS Code");
        if (!notebook.Cells.Any(c => c.IsCode))
            problem($"it has no code cell; the first one holds `{Import}`");
    }

    private static void CheckCell(Cell cell, bool isSetup, HashSet<string> ids, Action<int, string> problem)
    {
        if (cell.Id is null)
            problem(0, "it has no id; give it a readable one, in lower-case words joined by hyphens");
        else if (!ReadableId().IsMatch(cell.Id) || cell.Id.Length > 64 || RandomId().IsMatch(cell.Id))
            problem(0, "its id is not readable; use lower-case words joined by hyphens");
        else if (!ids.Add(cell.Id))
            problem(0, "another cell has the same id; give each its own");

        if (cell.IsCode)
        {
            CheckState(cell, problem);
            if (isSetup && cell.Source is not (Import or ImportOfPartTwo))
                problem(0, $"the first code cell holds `{Import}`, or in part two `{ImportOfPartTwo}`, and nothing else");
            CheckLines(cell.Source, CodeScan.Blank(cell.Source), isSetup, problem);
        }
        else
        {
            CheckText(cell.Source, problem);
        }
    }

    private static void CheckState(Cell cell, Action<int, string> problem)
    {
        JsonObject json = cell.ToJson();
        if (json["outputs"] is not JsonArray { Count: 0 })
            problem(0, "it has outputs; clear them");
        if (!json.ContainsKey("execution_count") || json["execution_count"] is not null)
            problem(0, "its execution_count is not null; clear the outputs");
    }

    private static void CheckLines(string source, string blanked, bool isSetup, Action<int, string> problem)
    {
        string[] lines = source.Split('\n'), code = blanked.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int column = lines[i].Replace('\t', ' ').AsSpan().IndexOfAnyExceptInRange(' ', '~');
            if (column >= 0)
                problem(i + 1, $"only ASCII in code cells (column {column + 1}): ClrKernel damages other characters; write \\u00e9 in string literals");
            if (!isSetup && CodeScan.FirstMagic(code[i]) > 0)
                problem(i + 1, $"no magics, #r or #load but the one `{Import}` of the first code cell");
            if (ConsoleError().IsMatch(code[i]))
                problem(i + 1, "no Console.Error: it fails the cell on Verso; use Console.WriteLine");
            if (DisplayCall().IsMatch(code[i]))
                problem(i + 1, "no display(x): end the cell with the value, or call .Display()");
            if (NamespaceDeclaration().IsMatch(code[i]))
                problem(i + 1, "no namespaces in cells: scripts cannot declare them");
            if (lines[i].Contains("data:image/", StringComparison.OrdinalIgnoreCase))
                problem(i + 1, "no data URI: VS Code does not show it; put the image into images/");
        }
    }

    private static void CheckText(string source, Action<int, string> problem)
    {
        string[] lines = source.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains("data:image/", StringComparison.OrdinalIgnoreCase))
                problem(i + 1, "no data URI: VS Code does not show it; put the image into images/");
            if (lines[i].Contains(".ipynb#", StringComparison.OrdinalIgnoreCase))
                problem(i + 1, "no link into another notebook's cell: it opens broken; link to the notebook");
            if (Callout().IsMatch(lines[i]))
                problem(i + 1, "no [!NOTE] callouts: VS Code does not show them; write bold text");
            if (TaskList().IsMatch(lines[i]))
                problem(i + 1, "no task lists: VS Code does not show them; write a plain list");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex ReadableId();

    // Ids that editors generate: GUIDs, and eight or more hexadecimal digits.
    [GeneratedRegex("^([0-9a-f]{8,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$", RegexOptions.NonBacktracking)]
    private static partial Regex RandomId();

    [GeneratedRegex(@"\bConsole\s*\.\s*(Error|OpenStandardError|SetError)\b")]
    private static partial Regex ConsoleError();

    [GeneratedRegex(@"(^|[^.\w])display\s*\(")]
    private static partial Regex DisplayCall();

    [GeneratedRegex(@"^\s*namespace\s+[\w@]")]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", RegexOptions.IgnoreCase)]
    private static partial Regex Callout();

    [GeneratedRegex(@"^\s*([-*+]|\d+\.)\s+\[[ xX]\]\s")]
    private static partial Regex TaskList();
}

/// <summary>A place where a course notebook is not what every engine can open and run.</summary>
/// <param name="Notebook">The notebook's name.</param>
/// <param name="CellId">The cell's id, or its number; empty for the whole notebook.</param>
/// <param name="Line">The line in the cell, from 1; 0 for the whole cell.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record DialectProblem(string Notebook, string CellId, int Line, string Message)
{
    /// <summary>The problem in one line.</summary>
    public override string ToString() =>
        Notebook + (CellId.Length > 0 ? $", cell {CellId}" : "") + (Line > 0 ? $", line {Line}" : "") + ": " + Message;
}
