using System.Text.Json.Nodes;
using CachingLab.Notebooks.Answers;

namespace CachingLab.Notebooks.Releases;

/// <summary>Makes the learner's notebooks from the solved ones.</summary>
public static class Release
{
    // Metadata that front ends add to a cell when an author runs it.
    private static readonly string[] FrontEndNoise =
        ["vscode", "polyglot_notebook", "dotnet_interactive", "execution", "ExecuteTime", "collapsed", "scrolled", "trusted"];

    /// <summary>Makes the learner's notebook: stubs in place of solutions, no outputs, and the course's metadata.</summary>
    /// <exception cref="ReleaseException">Markers are not balanced or outside of an exercise, or cells lack unique ids.</exception>
    public static Notebook Make(Notebook solution)
    {
        var problems = new List<string>();
        var cells = new List<Cell>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (Cell cell in solution.Cells)
        {
            string label = $"{solution.Name}.ipynb, cell {cell.Id ?? $"number {cells.Count + 1}"}";
            if (cell.Id is null || !ids.Add(cell.Id))
                problems.Add($"{label}: {(cell.Id is null ? "it has no id" : "another cell has the same id")}; give it one of its own");
            string source = cell.Source;
            if (CourseCell.IsExercise(cell.Id))
            {
                source = SolutionBlocks.ToStub(source, (line, what) => problems.Add($"{label}, line {line}: {what}"));
                if (!SolutionBlocks.AnyIn(cell.Source))
                    problems.Add($"{label}: an exercise without a `// <solution>` block; put the answer between the two markers");
            }
            else if (cell.IsCode && SolutionBlocks.AnyIn(source))
            {
                problems.Add($"{label}: solution markers outside of an exercise cell; exercise cells have ids that begin with `ex-`");
            }

            cells.Add(Released(cell, source));
        }

        return problems.Count == 0 ? Notebook.Create(solution.Name, cells) : throw new ReleaseException(problems);
    }

    /// <summary>How a learner's notebook differs from what the solved one releases.</summary>
    /// <param name="solution">The solved notebook.</param>
    /// <param name="notebook">The learner's notebook.</param>
    /// <param name="strict">
    /// Whether everything is compared; otherwise only the course's own cells, and no answers, added cells, outputs, metadata or ids.
    /// </param>
    /// <returns>The differences in words.</returns>
    /// <exception cref="ReleaseException">The solved notebook cannot be released.</exception>
    public static IReadOnlyList<string> Check(Notebook solution, Notebook notebook, bool strict)
    {
        Notebook released = Make(solution);
        return strict ? Strict(released, notebook) : CourseCells(released, notebook);
    }

    private static Cell Released(Cell cell, string source)
    {
        JsonObject json = cell.ToJson();
        var metadata = json["metadata"]?.DeepClone() as JsonObject ?? [];
        foreach (string noise in FrontEndNoise)
            metadata.Remove(noise);
        Cell made = Cell.Create(cell.Id, cell.Type, source, metadata);
        return json["attachments"] is { } attachments ? made.WithProperty("attachments", attachments.DeepClone()) : made;
    }

    private static List<string> Strict(Notebook released, Notebook notebook)
    {
        byte[] expected = NotebookWriter.ToCanonicalBytes(released);
        if (NotebookWriter.ToBytes(notebook).AsSpan().SequenceEqual(expected))
            return [];
        var differences = new List<string>();
        string[] ids = [.. released.Cells.Select(c => c.Id!)];
        foreach (Cell cell in released.Cells)
        {
            Cell? other = notebook.Find(cell.Id!);
            if (other is null)
                differences.Add($"cell {cell.Id} is missing");
            else if (other.Type != cell.Type)
                differences.Add($"cell {cell.Id} is {other.Type}, not {cell.Type}");
            else if (other.Source != cell.Source)
                differences.Add($"cell {cell.Id} has another text from line {FirstDifference(cell.Source, other.Source)} on");
            else if (!JsonNode.DeepEquals(other.ToJson(), cell.ToJson()))
                differences.Add($"cell {cell.Id} has other outputs, execution count or metadata");
        }

        differences.AddRange(notebook.Cells.Where(c => c.Id is null || !ids.Contains(c.Id)).Select(c => $"cell {c.Id ?? "without id"} is not in the solved notebook"));
        if (differences.Count == 0 && !notebook.Cells.Select(c => c.Id!).SequenceEqual(ids))
            differences.Add("the cells stand in another order, or one of them twice");
        if (differences.Count == 0 && !JsonNode.DeepEquals(notebook.MetadataJson(), released.MetadataJson()))
            differences.Add("the notebook has other metadata");
        if (differences.Count == 0)
            differences.Add("the file is laid out differently: names sorted, one space a level, LF, one newline at the end");
        return differences;
    }

    private static List<string> CourseCells(Notebook released, Notebook notebook)
    {
        var match = CellMatch.Find(notebook, released, null);
        var differences = new List<string>();
        for (int p = 0; p < released.Cells.Count; p++)
        {
            Cell cell = released.Cells[p];
            if (CourseCell.IsExercise(cell.Id))
                continue;
            int found = match.SubmissionOf[p];
            if (found < 0)
                differences.Add($"the course's cell {cell.Id} is missing");
            else if (notebook.Cells[found].Type != cell.Type)
                differences.Add($"the course's cell {cell.Id} is {notebook.Cells[found].Type}, not {cell.Type}");
            else if (CellText.Normalize(notebook.Cells[found].Source) != CellText.Normalize(cell.Source))
                differences.Add($"the course's cell {cell.Id} was changed from line {FirstDifference(cell.Source, notebook.Cells[found].Source)} on");
        }

        return differences;
    }

    private static int FirstDifference(string a, string b)
    {
        string[] first = a.Split('\n'), second = b.Split('\n');
        int line = 0;
        while (line < first.Length && line < second.Length && first[line].TrimEnd() == second[line].TrimEnd())
            line++;
        return line + 1;
    }
}

/// <summary>Thrown when a solved notebook cannot be released.</summary>
public sealed class ReleaseException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>What is wrong, a line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
