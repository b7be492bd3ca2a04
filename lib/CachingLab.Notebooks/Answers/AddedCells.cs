namespace CachingLab.Notebooks.Answers;

/// <summary>The code cells that the learner added. Each runs after the nearest course cell above it.</summary>
internal sealed class AddedCells
{
    private readonly Notebook submission;
    private readonly Dictionary<int, int> anchors = [];
    private readonly Dictionary<int, string> texts = [];
    private readonly FreshIds ids;

    public AddedCells(Notebook submission, Notebook pristine, CellMatch match)
    {
        this.submission = submission;
        ids = new(pristine.Cells.Select(c => c.Id ?? ""));
        int anchor = -1;
        for (int i = 0; i < submission.Cells.Count; i++)
        {
            Cell cell = submission.Cells[i];
            if (!match.IsAdded(i))
            {
                anchor = match.PristineOf[i];
                continue;
            }

            if (!cell.IsCode || string.IsNullOrWhiteSpace(cell.Source))
                continue;
            if (match.Kinds[i] is MatchKind.Copy && CellText.SameButForWhiteSpace(cell.Source, pristine.Cells[match.PristineOf[i]].Source))
                continue;
            var lines = EngineLines.OfAnswer(cell.Source, $"cell {i + 1}, which you added");
            Notes.AddRange(lines.Notes);
            int magic = CodeScan.FirstMagic(lines.Source);
            if (magic > 0)
                Notes.Add($"Cell {i + 1}, which you added, is left out: its line {magic} is a magic, and only plain C# is graded.");
            if (magic > 0 || string.IsNullOrWhiteSpace(lines.Source))
                continue;
            anchors[i] = anchor;
            texts[i] = lines.Source;
        }
    }

    /// <summary>What was left out, a line each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The exercise's index in the pristine notebook for each added cell that is an answer.</summary>
    public Dictionary<int, int> AnswerOf { get; } = [];

    /// <summary>The text of an exercise cell that runs too, when the answer is in another cell.</summary>
    public Dictionary<int, (string Source, int Index)> KeptParts { get; } = [];

    /// <summary>The indexes of the cells that run, in order.</summary>
    public IEnumerable<int> All => anchors.Keys.Order();

    public string Text(int i) => texts.GetValueOrDefault(i) ?? submission.Cells[i].Source;

    public int AnchorOf(int i) => anchors[i];

    /// <summary>The cells that run after a course cell, in order; after -1, the cells above all course cells.</summary>
    public IEnumerable<int> After(int anchor) => All.Where(i => anchors[i] == anchor);

    public void LeaveOut(int i) => anchors.Remove(i);

    /// <summary>Makes the added cells up to <paramref name="last"/> run before the course cell <paramref name="p"/>.</summary>
    public void MoveBefore(int p, int last)
    {
        foreach (int i in All.Where(i => i <= last && anchors[i] >= p).ToArray())
            anchors[i] = p - 1;
    }

    public string IdOf(int i) => FreshId(submission.Cells[i].Id is { Length: > 0 } id ? id : $"added-{i + 1}");

    /// <summary>An unused id, like the wanted one.</summary>
    public string FreshId(string wanted) => ids.Take(wanted);
}
