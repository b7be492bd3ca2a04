namespace CachingLab.Grading.Records;

/// <summary>Makes the learners of a grade book from its rows.</summary>
internal static class LearnerList
{
    /// <summary>Every learner exactly once, sorted by name.</summary>
    public static IReadOnlyList<LearnerRecord> Of(GradeBook book)
    {
        IReadOnlyList<BookExercise> exercises = book.Exercises;
        return
        [
            .. book.Submissions
                .GroupBy(s => s.HandIn?.Id ?? "", StringComparer.Ordinal)
                .Select(g => Learner(g.Key, [.. g]))
                .Select(l => l with { Of = exercises.Sum(e => e.Of), StretchOf = exercises.Sum(e => e.StretchOf) })
                .OrderBy(l => l.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(l => l.Id, StringComparer.Ordinal),
        ];
    }

    private static LearnerRecord Learner(string id, IReadOnlyList<SubmissionRecord> rows)
    {
        SubmissionRecord[] sorted =
            [.. rows.OrderBy(s => s.Notebook, StringComparer.Ordinal).ThenBy(s => s.From, StringComparer.Ordinal).ThenBy(s => s.Path, StringComparer.Ordinal)];
        string name = rows.Select(r => r.HandIn?.Name).FirstOrDefault(n => !string.IsNullOrEmpty(n)) ?? id;
        return new(id, name, sorted, [.. CountedSubmissions.Notes(sorted), .. sorted.Select(s => s.HandIn?.Note).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }
}
