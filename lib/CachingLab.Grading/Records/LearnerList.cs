namespace CachingLab.Grading.Records;

/// <summary>Makes the learners of a grade book from its rows and its class list.</summary>
internal static class LearnerList
{
    private static readonly HandIn Nobody = new("", "");

    /// <summary>Every learner exactly once, sorted by name.</summary>
    public static IReadOnlyList<LearnerRecord> Of(GradeBook book)
    {
        GradingScheme scheme = book.Scheme ?? new();
        IReadOnlyList<BookExercise> exercises = book.Exercises;
        return
        [
            .. Learners(book).Select(l => l with
                {
                    Of = exercises.Sum(e => e.Of),
                    StretchOf = exercises.Sum(e => e.StretchOf),
                    Mark = Math.Round(l.Counted.Sum(scheme.Mark), 2),
                    MarkOf = Math.Round(exercises.Sum(e => e.Of * scheme.Weight(e.Notebook)), 2),
                    Late = l.Counted.Any(s => scheme.IsLate(s.HandIn)),
                })
                .OrderBy(l => l.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(l => l.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<LearnerRecord> Learners(GradeBook book)
    {
        IEnumerable<IGrouping<string, SubmissionRecord>> handedIn = ByLearner(book.Submissions);
        if (book.Roster is not { } roster)
            return handedIn.Select(g => Learner(IdOf(g), NameOf(g), [.. g]));
        var match = new RosterMatch(roster);
        var found = handedIn.Select(g => (Group: g, Match: match.Find(g.First().HandIn ?? Nobody))).ToList();
        return
        [
            .. roster.Select(r => Learner(r.Id, r.Name, [.. found.Where(f => f.Match.Row == r).SelectMany(f => f.Group)]) with { Row = r }),
            .. found.Where(f => f.Match.Row is null).Select(f => Learner(IdOf(f.Group), NameOf(f.Group), [.. f.Group], f.Match.Note)),
        ];
    }

    // Moodle gives a learner another number in each assignment. A name that one assignment has twice tells nobody apart.
    private static IEnumerable<IGrouping<string, SubmissionRecord>> ByLearner(IReadOnlyList<SubmissionRecord> rows)
    {
        HashSet<string> twice =
        [
            .. rows.Where(r => r.HandIn?.Platform == HandIn.Moodle)
                .GroupBy(r => (r.From, r.HandIn!.Name)).Where(g => g.DistinctBy(r => r.HandIn!.Id).Count() > 1).Select(g => g.Key.Name),
        ];
        return rows.GroupBy(
            r => r.HandIn is { Platform: HandIn.Moodle } moodle && !twice.Contains(moodle.Name) ? $"{HandIn.Moodle} {moodle.Name}" : r.HandIn?.Id ?? "",
            StringComparer.Ordinal);
    }

    private static LearnerRecord Learner(string id, string name, IReadOnlyList<SubmissionRecord> rows, string? note = null)
    {
        SubmissionRecord[] sorted =
            [.. rows.OrderBy(s => s.Notebook, StringComparer.Ordinal).ThenBy(s => s.From, StringComparer.Ordinal).ThenBy(s => s.Path, StringComparer.Ordinal)];
        string? nothing = rows.Count == 0 ? "nothing was handed in" : null;
        IEnumerable<string> notes = new[] { note, nothing }.Concat(CountedSubmissions.Notes(sorted)).Concat(sorted.Select(s => s.HandIn?.Note)).OfType<string>();
        return new(id, name, sorted, [.. notes.Distinct(StringComparer.Ordinal)]);
    }

    private static string IdOf(IEnumerable<SubmissionRecord> rows) => rows.First().HandIn?.Id ?? "";

    private static string NameOf(IEnumerable<SubmissionRecord> rows) =>
        rows.Select(r => r.HandIn?.Name).FirstOrDefault(n => !string.IsNullOrEmpty(n)) ?? IdOf(rows);
}
