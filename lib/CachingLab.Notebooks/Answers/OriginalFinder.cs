namespace CachingLab.Notebooks.Answers;

/// <summary>Finds the course notebook that a file is a copy of.</summary>
public static class OriginalFinder
{
    /// <summary>Finds the notebook by exercise ids, then by cells that only it has, then by the file's name; null when none fits.</summary>
    public static Notebook? Find(Notebook submission, IEnumerable<Notebook> pristines)
    {
        Notebook[] all = [.. pristines];
        return Best(all, Exercises) ?? Best(all, CellsInCommon) ?? ByName(submission.Name, all);

        int Exercises(Notebook pristine) =>
            pristine.Cells.Count(c => CourseCell.IsExercise(c.Id) && submission.Find(c.Id!) is not null);

        int CellsInCommon(Notebook pristine)
        {
            HashSet<string> elsewhere = [.. all.Where(n => n != pristine).SelectMany(n => n.Cells).Select(c => CellText.Normalize(c.Source))];
            HashSet<string> own = [.. pristine.Cells.Select(c => CellText.Normalize(c.Source)).Where(t => t.Length > 0 && !elsewhere.Contains(t))];
            return submission.Cells.Count(c => own.Contains(CellText.Normalize(c.Source)));
        }
    }

    private static Notebook? Best(Notebook[] all, Func<Notebook, int> score)
    {
        (Notebook Notebook, int Score)[] scores = [.. all.Select(n => (n, score(n))).Where(s => s.Item2 > 0).OrderByDescending(s => s.Item2)];
        bool tells = scores.Length == 1 || (scores.Length > 1 && scores[0].Score > scores[1].Score);
        return tells ? scores[0].Notebook : null;
    }

    private static Notebook? ByName(string name, Notebook[] all) =>
        all.Where(n => n.Name.Length > 0 && name.Contains(n.Name, StringComparison.OrdinalIgnoreCase)).MaxBy(n => n.Name.Length);
}
