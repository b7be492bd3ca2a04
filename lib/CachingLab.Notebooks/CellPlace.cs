namespace CachingLab.Notebooks;

/// <summary>Where a learner finds a cell. Editors show headings, not ids.</summary>
public static class CellPlace
{
    /// <summary>The notebook and the heading, as <c>01-cache-key.ipynb, under "Your turn"</c>.</summary>
    public static string Of(Notebook notebook, string cellId) =>
        $"{notebook.Name}.ipynb, {(Heading(notebook, cellId) is null ? "cell " : "")}{Under(notebook, cellId)}";

    /// <summary>The heading alone, as <c>under "Your turn"</c>; the id when there is no heading above the cell.</summary>
    public static string Under(Notebook notebook, string cellId)
    {
        if (Heading(notebook, cellId) is not { } heading)
            return cellId;
        char quote = heading.Contains('"', StringComparison.Ordinal) ? '\'' : '"';
        return $"under {quote}{heading}{quote}";
    }

    /// <summary>The nearest heading above a cell, as shown; null when there is none, or no such cell.</summary>
    public static string? Heading(Notebook notebook, string cellId) => notebook.IndexOf(cellId) is >= 0 and var index ? Heading(notebook, index) : null;

    /// <summary>The nearest heading above a cell, as shown; null when there is none.</summary>
    public static string? Heading(Notebook notebook, int index) => notebook.Cells.Take(index).Reverse()
        .Where(c => c.Type == "markdown").Select(c => LastHeading(c.Source)).FirstOrDefault(h => h is not null);

    private static string? LastHeading(string markdown)
    {
        string? heading = null;
        bool fenced = false;
        foreach (string line in markdown.Split('\n'))
        {
            fenced ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            string text = line.TrimStart('#');
            if (!fenced && text.Length < line.Length && text.StartsWith(' '))
                heading = text.Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Trim();
        }

        return heading;
    }
}
