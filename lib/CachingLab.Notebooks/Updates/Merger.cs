using CachingLab.Notebooks.Answers;

namespace CachingLab.Notebooks.Updates;

/// <summary>
/// Updates a learner's notebook to a newer course version without losing the learner's work: sorts the learner's cells into answers and cells to keep,
/// then lays the new notebook out.
/// </summary>
public sealed class Merger
{
    private readonly Notebook learner;
    private readonly Notebook former;
    private readonly Notebook current;
    private readonly int[] baseOf;
    private readonly int[] newOf;
    private readonly Cell?[] placed;
    private readonly List<(int Anchor, Cell Cell)> quoted = [];
    private readonly List<string> done = [];
    private readonly FreshIds ids;

    private Merger(Notebook learner, Notebook old, Notebook @new, IReadOnlyDictionary<string, string>? declares)
    {
        this.learner = learner;
        former = old;
        current = @new;
        var match = CellMatch.Find(learner, old, declares);
        baseOf = [.. Enumerable.Range(0, learner.Cells.Count).Select(i => match.IsAdded(i) ? -1 : match.PristineOf[i])];
        newOf = [.. baseOf.Select(p => p < 0 ? -1 : @new.IndexOf(old.Cells[p].Id))];
        for (int i = 0; i < newOf.Length; i++)
        {
            // The learner's notebook already has this cell of the new version.
            int p = baseOf[i] < 0 ? @new.IndexOf(learner.Cells[i].Id) : -1;
            if (p >= 0 && !newOf.Contains(p))
                newOf[i] = p;
        }

        placed = new Cell?[@new.Cells.Count];
        ids = new(@new.Cells.Select(c => c.Id ?? ""));
    }

    /// <summary>
    /// Merges the new course cells with the learner's answers and added cells. Where the old notebook is not known, all differences from the new one are
    /// kept. What answers declare, by the ids of their cells, finds a cell that lost its id.
    /// </summary>
    public static MergeResult Update(
        Notebook learner, Notebook? oldPristine, Notebook newPristine, IReadOnlyDictionary<string, string>? declares = null) =>
        new Merger(learner, oldPristine ?? newPristine, newPristine, declares).Run();

    private MergeResult Run()
    {
        int anchor = -1;
        for (int i = 0; i < learner.Cells.Count; i++)
        {
            if (newOf[i] >= 0)
                anchor = newOf[i];
            if (baseOf[i] < 0 && newOf[i] < 0)
                Keep(i, anchor, learner.Cells[i]);
            else if (IdOf(i) is { } id && CourseCell.IsLearners(id))
                TakeAnswer(i, anchor, id);
            else
                TakeCourseCell(i, anchor);
        }

        var cells = new List<Cell>(quoted.Where(k => k.Anchor < 0).Select(k => k.Cell));
        for (int p = 0; p < current.Cells.Count; p++)
        {
            cells.Add(placed[p] ?? NewCourseCell(p));
            cells.AddRange(quoted.Where(k => k.Anchor == p).Select(k => k.Cell));
        }

        NoteRemoved();
        Notebook merged = learner.Format is NotebookFormat.Verso
            ? current.WithCells(cells)
            : learner.WithMinor(Math.Max(5, learner.Minor)).WithCells(cells);
        bool same = learner.Format is NotebookFormat.Ipynb && merged.Cells.SequenceEqual(learner.Cells);
        if (same)
            return new(learner, []);
        if (learner.Format is NotebookFormat.Verso)
            done.Insert(0, "The work in the .verso file goes into the .ipynb notebook.");
        if (done.Count == 0)
            done.Add("The cells were put in the course's order and given its ids.");
        return new(merged, done);
    }

    private string? IdOf(int i) => baseOf[i] >= 0 ? former.Cells[baseOf[i]].Id : current.Cells[newOf[i]].Id;

    private string TextBefore(int i) => baseOf[i] >= 0 ? former.Cells[baseOf[i]].Source : current.Cells[newOf[i]].Source;

    private void TakeAnswer(int i, int anchor, string id)
    {
        Cell cell = learner.Cells[i];
        int p = newOf[i];
        Cell? stub = p < 0 ? null : current.Cells[p];
        if (cell.IsCode && (CellText.SameButForWhiteSpace(cell.Source, TextBefore(i)) || CellText.SameButForWhiteSpace(cell.Source, stub?.Source ?? "")))
        {
            if (stub is not null && cell.Source == stub.Source)
                placed[p] = Own(cell).WithId(id);
            return;
        }

        if (stub is null)
        {
            Keep(i, anchor, cell);
            return;
        }

        if (!cell.IsCode)
        {
            // The text may be an answer or a note. Text that is not plainly code is kept as a cell; code becomes the exercise's cell.
            if (!CodeScan.LooksLikeCode(cell.Source) || cell.Source.Contains("```", StringComparison.Ordinal))
            {
                Keep(i, anchor, cell);
                return;
            }

            cell = Cell.Code(id, cell.Source);
        }

        placed[p] = Own(cell).WithId(id);
        if (!CellText.SameButForWhiteSpace(stub.Source, TextBefore(i)))
            done.Add(
                $"The cell {CellPlace.Under(current, id)}: your answer is kept; "
                + $"the course's text of this exercise is new (`{LabCall.Name} reset {CourseCell.NameOf(id)}` shows it and keeps your answer).");
    }

    private void TakeCourseCell(int i, int anchor)
    {
        Cell cell = learner.Cells[i];
        int p = newOf[i];
        Cell? course = p < 0 ? null : current.Cells[p];
        if (course is not null && cell.Type == course.Type && cell.Source == course.Source)
        {
            placed[p] = Own(cell).WithId(course.Id);
            return;
        }

        string text = CellText.Normalize(cell.Source);
        if (text == CellText.Normalize(TextBefore(i)) || text == CellText.Normalize(course?.Source ?? "") || text.Length == 0)
            return;
        string id = IdOf(i) ?? "";
        Cell kept = cell.IsCode ? Cell.Markdown(null, AsQuote(id, cell.Source)) : Cell.Create(null, cell.Type, cell.Source);
        quoted.Add((anchor, kept.WithId(ids.Take("kept-" + id))));
        done.Add($"The course's cell {CellPlace.Under(current, id)}: you had changed it; your version is kept below the course's.");
    }

    /// <summary>A changed course cell as Markdown. If it ran, it could undo what the new cell does.</summary>
    private static string AsQuote(string id, string source)
    {
        string fence = "```";
        while (source.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"Your version of the cell `{id}`, kept by `{LabCall.Name} update`:\n\n{fence}csharp\n{source}\n{fence}";
    }

    private void Keep(int i, int anchor, Cell cell)
    {
        bool free = cell.Id is not null && !ids.IsTaken(cell.Id);
        string id = ids.Take(free ? cell.Id! : cell.Id is null ? $"added-{i + 1}" : "kept-" + cell.Id);
        if (!free && cell.Id is not null)
            done.Add($"{cell.Id}: a further cell with this id is kept, as {id}.");
        quoted.Add((anchor, Own(cell).WithId(id)));
    }

    private Cell NewCourseCell(int p)
    {
        Cell cell = current.Cells[p];
        int old = former.IndexOf(cell.Id);
        int had = Array.IndexOf(newOf, p);
        string what = had >= 0 ? (old >= 0 && former.Cells[old].Source == cell.Source ? "the course's text is back" : "the course's new text")
            : old >= 0 ? "was missing and is back" : "a new course cell";
        done.Add($"{cell.Id}: {what}.");
        return cell;
    }

    private void NoteRemoved()
    {
        foreach (Cell cell in former.Cells.Where(c => current.IndexOf(c.Id) < 0))
            done.Add($"{cell.Id}: the course has this cell no more.");
    }

    /// <summary>The cell in the <c>.ipynb</c> format.</summary>
    private Cell Own(Cell cell) => learner.Format is NotebookFormat.Verso ? Cell.Create(cell.Id, cell.Type, cell.Source) : cell;
}

/// <summary>A learner's notebook after an update to a newer course version.</summary>
/// <param name="Notebook">The notebook to write.</param>
/// <param name="Done">What was done, a line each; empty when the notebook was up to date.</param>
public sealed record MergeResult(Notebook Notebook, IReadOnlyList<string> Done);
