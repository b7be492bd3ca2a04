using CachingLab.Notebooks.Answers;

namespace CachingLab.Notebooks.Updates;

/// <summary>Puts the stub or an answer into an exercise's cell.</summary>
public static class AnswerCell
{
    /// <summary>
    /// Replaces the text of the exercise's cell, or inserts the cell when it is missing. A null answer means the cell as handed out. What answers
    /// declare, by the ids of their cells, finds a cell that lost its id.
    /// </summary>
    /// <exception cref="ArgumentException">The pristine notebook has no such cell.</exception>
    public static ReplacedCell Replace(
        Notebook notebook, Notebook pristine, string exerciseCellId, string? answer = null, IReadOnlyDictionary<string, string>? declares = null)
    {
        int p = pristine.IndexOf(exerciseCellId);
        if (p < 0)
            throw new ArgumentException($"{pristine.Name} has no cell {exerciseCellId}", nameof(exerciseCellId));
        var match = CellMatch.Find(notebook, pristine, declares);
        Cell stub = pristine.Cells[p];
        Cell fresh = (notebook.Minor < 5 && notebook.Format is NotebookFormat.Ipynb ? stub.WithId(null) : stub).WithSource(answer ?? stub.Source);
        int index = match.SubmissionOf[p];
        if (index < 0)
        {
            int above = -1;
            for (int before = p - 1; before >= 0 && above < 0; before--)
                above = match.SubmissionOf[before];
            return new(notebook.WithCells([.. notebook.Cells.Take(above + 1), fresh, .. notebook.Cells.Skip(above + 1)]), null);
        }

        var kept = new List<string>();
        var cells = new List<Cell>();
        for (int i = 0; i < notebook.Cells.Count; i++)
        {
            Cell cell = notebook.Cells[i];
            if (i != index && cell.Id != exerciseCellId)
            {
                cells.Add(cell);
                continue;
            }

            if (!CellText.SameButForWhiteSpace(cell.Source, stub.Source) && !CellText.SameButForWhiteSpace(cell.Source, fresh.Source))
                kept.Add(cell.Source);
            if (i == index)
                cells.Add(cell.IsCode && cell.Source == fresh.Source && cell.Id == fresh.Id ? cell : fresh);
        }

        return new(notebook.WithCells(cells), kept.Count == 0 ? null : string.Join("\n\n", kept));
    }
}

/// <summary>A notebook with another text in one exercise's cell.</summary>
/// <param name="Notebook">The notebook to write.</param>
/// <param name="Kept">The cell's former text, to be saved elsewhere; null when it was the stub, the new text, or missing.</param>
public sealed record ReplacedCell(Notebook Notebook, string? Kept);
