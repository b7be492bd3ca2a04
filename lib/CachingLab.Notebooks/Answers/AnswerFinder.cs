namespace CachingLab.Notebooks.Answers;

/// <summary>Finds the answer to one exercise. The name that it declares is null when it is not known.</summary>
internal sealed class AnswerFinder(Notebook submission, Notebook pristine, CellMatch match, AddedCells added, string? name)
{
    private readonly List<string> notes = [];

    /// <param name="p">The exercise cell's index in the pristine notebook.</param>
    public ExerciseAnswer Find(int p)
    {
        Cell stub = pristine.Cells[p];
        int index = match.SubmissionOf[p];
        (AnswerState state, string source) = index < 0 ? (AnswerState.Missing, stub.Source) : Read(stub, index);
        if (state is AnswerState.Found)
            source = WithoutEngineLines(source);
        int other = name is null ? -1 : InAddedCell(state, source);
        if (other >= 0)
            return FromAddedCell(p, state, source, index, other);
        if (state is AnswerState.Missing)
        {
            if (index < 0)
                notes.Add($"The cell {Under(stub)} is not in this notebook: `{LabCall.Name} reset {CourseCell.NameOf(stub.Id!)}` puts it back.");
            index = -1;
        }

        LeaveOutCopies(p);
        LeaveOutLaterVersions(p, state, index);
        return new(stub.Id!, state, source, index, notes);
    }

    private (AnswerState State, string Source) Read(Cell stub, int index)
    {
        Cell cell = submission.Cells[index];
        string source = cell.IsCode ? cell.Source : WithoutFence(cell.Source);
        if (CellText.SameButForWhiteSpace(source, stub.Source))
            return (AnswerState.Pristine, stub.Source);
        if (!cell.IsCode)
        {
            if (!CodeScan.LooksLikeCode(source) && !(name is not null && CodeScan.Declares(source, name)))
            {
                notes.Add($"The cell {Under(stub)} is a {cell.Type} cell with text, not code: `{LabCall.Name} reset {CourseCell.NameOf(stub.Id!)}` puts the code cell back.");
                return (AnswerState.Missing, stub.Source);
            }

            notes.Add($"The cell {Under(stub)} is a {cell.Type} cell now; its text is graded as code. Change it back to a code cell.");
            return (AnswerState.Found, source);
        }

        if (match.Kinds[index] is MatchKind.Name or MatchKind.Position)
        {
            string why = match.Kinds[index] is MatchKind.Name ? $"which declares {name}" : "which stands in its place";
            notes.Add($"The cell {Under(stub)} has lost its id: cell {index + 1} is graded, {why}.");
            return (AnswerState.Found, source);
        }

        int copies = Enumerable.Range(0, submission.Cells.Count).Count(i => submission.Cells[i].Id == stub.Id);
        if (copies > 1)
            notes.Add($"{copies} cells are copies of the cell {Under(stub)}: cell {index + 1}, the last one with an answer, is graded.");
        return (AnswerState.Found, source);
    }

    /// <summary>The last added cell that holds the answer when the exercise cell does not; -1 when there is none.</summary>
    private int InAddedCell(AnswerState state, string source)
    {
        bool declared = state is AnswerState.Found && CodeScan.Declares(source, name!);
        return declared && !CodeScan.IsUnfinished(source)
            ? -1
            : added.All.LastOrDefault(i => CodeScan.Declares(added.Text(i), name!) && !CodeScan.IsUnfinished(added.Text(i)), -1);
    }

    private ExerciseAnswer FromAddedCell(int p, AnswerState state, string source, int index, int other)
    {
        string id = pristine.Cells[p].Id!;
        int check = CheckOf(p);
        if (added.AnchorOf(other) >= check)
            added.MoveBefore(check, other);

        // The exercise cell's text runs too, unless it would hide the answer.
        bool kept = state is AnswerState.Found && (added.AnchorOf(other) >= p || !CodeScan.Declares(source, name!));
        if (kept)
            added.KeptParts[p] = (source, index);
        added.AnswerOf[other] = p;
        notes.Add($"{name} was found in cell {other + 1}, which you added, and is graded from there; its place is the cell {Under(pristine.Cells[p])}.");
        return new(id, AnswerState.Found, added.Text(other), other, notes);
    }

    /// <summary>Other cells with the exercise's id run only when they hold something else, such as helpers.</summary>
    private void LeaveOutCopies(int p)
    {
        foreach (int i in added.All.Where(i => match.PristineOf[i] == p && (name is null || CodeScan.Declares(added.Text(i), name))).ToArray())
            added.LeaveOut(i);
    }

    /// <summary>When the exercise cell is the answer, an added cell below that declares the same name must not hide it.</summary>
    private void LeaveOutLaterVersions(int p, AnswerState state, int index)
    {
        if (name is null || state is AnswerState.Missing)
            return;
        int check = CheckOf(p);
        foreach (int i in added.All.Where(i => i != index && added.AnchorOf(i) >= p && added.AnchorOf(i) < check && CodeScan.Declares(added.Text(i), name)).ToArray())
        {
            added.LeaveOut(i);
            notes.Add(
                $"Cell {i + 1} declares {name} again and is left out: the cell {Under(pristine.Cells[p])} is what is graded. "
                + $"In the notebook the check judges cell {i + 1}: remove it, or rename what it declares.");
        }
    }

    private string Under(Cell stub) => CellPlace.Under(pristine, stub.Id!);

    /// <summary>The index of the exercise's check cell in the pristine notebook, or the number of cells.</summary>
    private int CheckOf(int p)
    {
        int check = pristine.IndexOf(CourseCell.CheckOf(pristine.Cells[p].Id!));
        return check > p ? check : pristine.Cells.Count;
    }

    private string WithoutEngineLines(string source)
    {
        var lines = EngineLines.OfAnswer(source, "the answer");
        notes.AddRange(lines.Notes);
        return lines.Source;
    }

    private static string WithoutFence(string source)
    {
        string[] lines = source.Trim().Split('\n');
        bool fenced = lines.Length >= 2 && lines[0].StartsWith("```", StringComparison.Ordinal) && lines[^1].Trim() == "```";
        return fenced ? string.Join('\n', lines[1..^1]) : source;
    }
}
