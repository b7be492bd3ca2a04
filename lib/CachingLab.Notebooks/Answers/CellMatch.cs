namespace CachingLab.Notebooks.Answers;

/// <summary>Recognizes the course's cells in a notebook, even when an editor has changed ids.</summary>
internal sealed class CellMatch
{
    private const double AlikeEnough = 0.6;
    private const double StubLike = 0.3;

    // More cells than a learner adds in one place; comparing more would be slow.
    private const int MostCandidates = 200;

    private readonly Notebook submission;
    private readonly Notebook pristine;
    private readonly IReadOnlyDictionary<string, string> declares;
    private readonly Dictionary<int, HashSet<ulong>> pieces = [];

    private CellMatch(Notebook submission, Notebook pristine, IReadOnlyDictionary<string, string>? declares)
    {
        this.submission = submission;
        this.pristine = pristine;
        this.declares = declares ?? new Dictionary<string, string>();
        SubmissionOf = [.. Enumerable.Repeat(-1, pristine.Cells.Count)];
        PristineOf = [.. Enumerable.Repeat(-1, submission.Cells.Count)];
        Kinds = new MatchKind[submission.Cells.Count];
    }

    /// <summary>For each pristine cell, the index of the submission's cell, or -1.</summary>
    public int[] SubmissionOf { get; }

    /// <summary>For each cell of the submission, the index of the pristine cell that it is or copies, or -1.</summary>
    public int[] PristineOf { get; }

    /// <summary>For each cell of the submission, how it was recognized.</summary>
    public MatchKind[] Kinds { get; }

    public static CellMatch Find(Notebook submission, Notebook pristine, IReadOnlyDictionary<string, string>? declares)
    {
        var match = new CellMatch(submission, pristine, declares);
        match.ById();
        match.BySource();
        match.ByName();

        // Positions mean nothing when no cell is recognized.
        if (match.SubmissionOf.Any(i => i >= 0))
        {
            match.ByLikeness();
            match.ByPosition();
        }

        return match;
    }

    /// <summary>Whether a cell is the learner's own, or a copy of a course cell that does not count.</summary>
    public bool IsAdded(int index) => Kinds[index] is MatchKind.None or MatchKind.Copy;

    private void ById()
    {
        ILookup<string, int> byId = Enumerable.Range(0, submission.Cells.Count)
            .Where(i => submission.Cells[i].Id is not null)
            .ToLookup(i => submission.Cells[i].Id!, StringComparer.Ordinal);
        for (int p = 0; p < pristine.Cells.Count; p++)
        {
            int[] found = pristine.Cells[p].Id is { } id ? [.. byId[id].Where(i => PristineOf[i] < 0)] : [];
            if (found.Length == 0)
                continue;
            int winner = found.Length == 1 ? found[0] : Winner(found, p);
            foreach (int i in found)
                Set(i, p, i == winner ? MatchKind.Id : MatchKind.Copy);
        }
    }

    /// <summary>Of several cells with one id, the one that counts: for an exercise the last one with an answer, else the unchanged one.</summary>
    private int Winner(int[] found, int p)
    {
        Cell cell = pristine.Cells[p];
        if (!CourseCell.IsLearners(cell.Id))
            return found.FirstOrDefault(i => CellText.Normalize(Text(i)) == CellText.Normalize(cell.Source), found[0]);
        int[] answers = [.. found.Where(i => !CellText.SameButForWhiteSpace(Text(i), cell.Source))];
        if (answers.Length == 0)
            return found.FirstOrDefault(i => submission.Cells[i].IsCode, found[0]);
        string? name = declares.GetValueOrDefault(cell.Id!);
        return answers
            .OrderBy(i => submission.Cells[i].IsCode)
            .ThenBy(i => name is null || CodeScan.Declares(Text(i), name))
            .ThenBy(i => i)
            .Last();
    }

    private void BySource()
    {
        ILookup<(string Type, string Text), int> places = Enumerable.Range(0, pristine.Cells.Count).ToLookup(p => KeyOf(pristine.Cells[p]));
        for (int i = 0; i < submission.Cells.Count; i++)
        {
            (string Type, string Text) key = KeyOf(submission.Cells[i]);
            if (PristineOf[i] >= 0 || key.Text.Length == 0 || !places.Contains(key))
                continue;
            int free = places[key].FirstOrDefault(p => SubmissionOf[p] < 0, -1);
            if (free >= 0)
                Set(i, free, MatchKind.Source);
            else
                Set(i, places[key].LastOrDefault(p => Kinds[SubmissionOf[p]] is MatchKind.Source, places[key].First()), MatchKind.Copy);
        }
    }

    private static (string Type, string Text) KeyOf(Cell cell) => (cell.Type, CellText.Normalize(cell.Source));

    private void ByName()
    {
        foreach (int p in Lost(exercises: true))
        {
            if (!declares.TryGetValue(pristine.Cells[p].Id!, out string? name))
                continue;
            (int low, int high) = Gap(p);
            int found = Enumerable.Range(0, submission.Cells.Count)
                .Where(i => PristineOf[i] < 0 && CodeScan.Declares(Text(i), name))
                .OrderBy(i => submission.Cells[i].IsCode)
                .ThenBy(i => !CodeScan.IsUnfinished(Text(i)))
                .ThenBy(i => i > low && i < high)
                .LastOrDefault(-1);
            if (found >= 0)
                Set(found, p, MatchKind.Name);
        }
    }

    private void ByLikeness()
    {
        foreach (int p in Lost(exercises: false))
        {
            HashSet<ulong> wanted = CellText.Pieces(pristine.Cells[p].Source);
            (int low, int high) = Gap(p);
            (int found, double alike) = Candidates(low, high, pristine.Cells[p].Type)
                .Select(i => (i, CellText.Likeness(wanted, PiecesOf(i))))
                .DefaultIfEmpty((-1, 0))
                .MaxBy(c => c.Item2);
            if (alike >= AlikeEnough)
                Set(found, p, MatchKind.Similar);
        }
    }

    private void ByPosition()
    {
        foreach (int p in Lost(exercises: true))
        {
            (int low, int high) = Gap(p);
            int[] found = [.. Candidates(low, high, "code").Where(i => CodeScan.FirstMagic(Text(i)) == 0)];
            HashSet<ulong> stub = CellText.Pieces(pristine.Cells[p].Source);
            int best = found.OrderBy(i => CellText.Likeness(stub, PiecesOf(i))).LastOrDefault(-1);
            bool alone = found.Length == 1 && CodeScan.Blank(Text(found[0])) is var code
                && (code.Contains('{', StringComparison.Ordinal) || code.Contains("=>", StringComparison.Ordinal));
            if (best >= 0 && (alone || CellText.Likeness(stub, PiecesOf(best)) >= StubLike))
                Set(best, p, MatchKind.Position);
        }
    }

    private IEnumerable<int> Lost(bool exercises) =>
        Enumerable.Range(0, pristine.Cells.Count).Where(p => SubmissionOf[p] < 0 && CourseCell.IsLearners(pristine.Cells[p].Id) == exercises);

    private IEnumerable<int> Candidates(int low, int high, string type) =>
        Enumerable.Range(low + 1, Math.Max(0, high - low - 1))
            .Where(i => PristineOf[i] < 0 && submission.Cells[i].Type == type && !string.IsNullOrWhiteSpace(Text(i)))
            .Take(MostCandidates);

    /// <summary>The indexes between which a lost cell must be: its nearest recognized neighbours, or the whole notebook when these were moved.</summary>
    private (int Low, int High) Gap(int p)
    {
        int low = -1, high = submission.Cells.Count;
        for (int before = p - 1; before >= 0 && low < 0; before--)
            low = SubmissionOf[before];
        for (int after = p + 1; after < pristine.Cells.Count; after++)
        {
            if (SubmissionOf[after] >= 0)
            {
                high = SubmissionOf[after];
                break;
            }
        }

        return low < high ? (low, high) : (-1, submission.Cells.Count);
    }

    private HashSet<ulong> PiecesOf(int i)
    {
        if (!pieces.TryGetValue(i, out HashSet<ulong>? own))
            pieces[i] = own = CellText.Pieces(Text(i));
        return own;
    }

    private string Text(int i) => submission.Cells[i].Source;

    private void Set(int i, int p, MatchKind kind)
    {
        PristineOf[i] = p;
        Kinds[i] = kind;
        if (kind is not MatchKind.Copy)
            SubmissionOf[p] = i;
    }
}

/// <summary>How a cell was recognized as one of the course's.</summary>
internal enum MatchKind
{
    /// <summary>It is the learner's own.</summary>
    None,

    /// <summary>It has the course cell's id.</summary>
    Id,

    /// <summary>It has the id, or the text, of a course cell that another cell already is.</summary>
    Copy,

    /// <summary>It has the course cell's text.</summary>
    Source,

    /// <summary>It declares what the exercise asks for.</summary>
    Name,

    /// <summary>It is at the exercise's position.</summary>
    Position,

    /// <summary>It is at the course cell's position, and most of its text is the same.</summary>
    Similar,
}
