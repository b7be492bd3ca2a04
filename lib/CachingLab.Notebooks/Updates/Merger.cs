using CachingLab.Notebooks.Answers;

namespace CachingLab.Notebooks.Updates;

/// <summary>
/// Updates a learner's notebook to a newer course version without losing the learner's work: sorts the learner's cells into answers and cells to keep,
/// then lays the new notebook out.
/// </summary>
public sealed class Merger
{
    private readonly Notebook _learner;
    private readonly Notebook _old;
    private readonly Notebook _new;
    private readonly int[] _baseOf;
    private readonly int[] _newOf;
    private readonly Cell?[] _course;
    private readonly List<(int Anchor, Cell Cell)> _kept = [];
    private readonly List<string> _done = [];
    private readonly FreshIds _ids;

    private Merger(Notebook learner, Notebook old, Notebook @new, IReadOnlyDictionary<string, string>? declares)
    {
        _learner = learner;
        _old = old;
        _new = @new;
        var match = CellMatch.Find(learner, old, declares);
        _baseOf = [.. Enumerable.Range(0, learner.Cells.Count).Select(i => match.IsAdded(i) ? -1 : match.PristineOf[i])];
        _newOf = [.. _baseOf.Select(p => p < 0 ? -1 : @new.IndexOf(old.Cells[p].Id))];
        for (int i = 0; i < _newOf.Length; i++)
        {
            // The learner's notebook already has this cell of the new version.
            int p = _baseOf[i] < 0 ? @new.IndexOf(learner.Cells[i].Id) : -1;
            if (p >= 0 && !_newOf.Contains(p))
                _newOf[i] = p;
        }

        _course = new Cell?[@new.Cells.Count];
        _ids = new(@new.Cells.Select(c => c.Id ?? ""));
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
        for (int i = 0; i < _learner.Cells.Count; i++)
        {
            if (_newOf[i] >= 0)
                anchor = _newOf[i];
            if (_baseOf[i] < 0 && _newOf[i] < 0)
                Keep(i, anchor, _learner.Cells[i]);
            else if (IdOf(i) is { } id && CourseCell.IsLearners(id))
                TakeAnswer(i, anchor, id);
            else
                TakeCourseCell(i, anchor);
        }

        var cells = new List<Cell>(_kept.Where(k => k.Anchor < 0).Select(k => k.Cell));
        for (int p = 0; p < _new.Cells.Count; p++)
        {
            cells.Add(_course[p] ?? NewCourseCell(p));
            cells.AddRange(_kept.Where(k => k.Anchor == p).Select(k => k.Cell));
        }

        NoteRemoved();
        Notebook merged = _learner.Format is NotebookFormat.Verso
            ? _new.WithCells(cells)
            : _learner.WithMinor(Math.Max(5, _learner.Minor)).WithCells(cells);
        bool same = _learner.Format is NotebookFormat.Ipynb && merged.Cells.SequenceEqual(_learner.Cells);
        if (same)
            return new(_learner, []);
        if (_learner.Format is NotebookFormat.Verso)
            _done.Insert(0, "The work in the .verso file goes into the .ipynb notebook.");
        if (_done.Count == 0)
            _done.Add("The cells were put in the course's order and given its ids.");
        return new(merged, _done);
    }

    private string? IdOf(int i) => _baseOf[i] >= 0 ? _old.Cells[_baseOf[i]].Id : _new.Cells[_newOf[i]].Id;

    private string TextBefore(int i) => _baseOf[i] >= 0 ? _old.Cells[_baseOf[i]].Source : _new.Cells[_newOf[i]].Source;

    private void TakeAnswer(int i, int anchor, string id)
    {
        Cell cell = _learner.Cells[i];
        int p = _newOf[i];
        Cell? stub = p < 0 ? null : _new.Cells[p];
        if (cell.IsCode && (CellText.SameButForWhiteSpace(cell.Source, TextBefore(i)) || CellText.SameButForWhiteSpace(cell.Source, stub?.Source ?? "")))
        {
            if (stub is not null && cell.Source == stub.Source)
                _course[p] = Own(cell).WithId(id);
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

        _course[p] = Own(cell).WithId(id);
        if (!CellText.SameButForWhiteSpace(stub.Source, TextBefore(i)))
            _done.Add(
                $"The cell {CellPlace.Under(_new, id)}: your answer is kept; "
                + $"the course's text of this exercise is new (`{LabCall.Name} reset {CourseCell.NameOf(id)}` shows it and keeps your answer).");
    }

    private void TakeCourseCell(int i, int anchor)
    {
        Cell cell = _learner.Cells[i];
        int p = _newOf[i];
        Cell? course = p < 0 ? null : _new.Cells[p];
        if (course is not null && cell.Type == course.Type && cell.Source == course.Source)
        {
            _course[p] = Own(cell).WithId(course.Id);
            return;
        }

        string text = CellText.Normalize(cell.Source);
        if (text == CellText.Normalize(TextBefore(i)) || text == CellText.Normalize(course?.Source ?? "") || text.Length == 0)
            return;
        string id = IdOf(i) ?? "";
        Cell kept = cell.IsCode ? Cell.Markdown(null, AsQuote(id, cell.Source)) : Cell.Create(null, cell.Type, cell.Source);
        _kept.Add((anchor, kept.WithId(_ids.Take("kept-" + id))));
        _done.Add($"The course's cell {CellPlace.Under(_new, id)}: you had changed it; your version is kept below the course's.");
    }

    /// <summary>A changed course cell as Markdown. If it ran, it could undo what the new cell does.</summary>
    private static string AsQuote(string id, string source)
    {
        string fence = "```";
        while (source.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"Your version of the cell `{id}`, kept by `./lab update`:\n\n{fence}csharp\n{source}\n{fence}";
    }

    private void Keep(int i, int anchor, Cell cell)
    {
        bool free = cell.Id is not null && !_ids.IsTaken(cell.Id);
        string id = _ids.Take(free ? cell.Id! : cell.Id is null ? $"added-{i + 1}" : "kept-" + cell.Id);
        if (!free && cell.Id is not null)
            _done.Add($"{cell.Id}: a further cell with this id is kept, as {id}.");
        _kept.Add((anchor, Own(cell).WithId(id)));
    }

    private Cell NewCourseCell(int p)
    {
        Cell cell = _new.Cells[p];
        int old = _old.IndexOf(cell.Id);
        int had = Array.IndexOf(_newOf, p);
        string what = had >= 0 ? (old >= 0 && _old.Cells[old].Source == cell.Source ? "the course's text is back" : "the course's new text")
            : old >= 0 ? "was missing and is back" : "a new course cell";
        _done.Add($"{cell.Id}: {what}.");
        return cell;
    }

    private void NoteRemoved()
    {
        foreach (Cell cell in _old.Cells.Where(c => _new.IndexOf(c.Id) < 0))
            _done.Add($"{cell.Id}: the course has this cell no more.");
    }

    /// <summary>The cell in the <c>.ipynb</c> format.</summary>
    private Cell Own(Cell cell) => _learner.Format is NotebookFormat.Verso ? Cell.Create(cell.Id, cell.Type, cell.Source) : cell;
}

/// <summary>A learner's notebook after an update to a newer course version.</summary>
/// <param name="Notebook">The notebook to write.</param>
/// <param name="Done">What was done, a line each; empty when the notebook was up to date.</param>
public sealed record MergeResult(Notebook Notebook, IReadOnlyList<string> Done);
