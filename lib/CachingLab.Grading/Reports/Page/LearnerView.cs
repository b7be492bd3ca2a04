using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports.Page;

/// <summary>Everything that one learner handed in.</summary>
/// <param name="Number">A number on the page, for links.</param>
/// <param name="Name">What to call the learner.</param>
/// <param name="Submissions">The learner's graded notebooks, in course order.</param>
internal sealed record LearnerView(int Number, string Name, IReadOnlyList<SubmissionRecord> Submissions)
{
    private readonly Dictionary<string, ExerciseRecord> best = Submissions
        .SelectMany(s => s.Exercises)
        .GroupBy(e => e.Id, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.MaxBy(e => (e.Status is not GradeStatus.NotAttempted, e.Points))!, StringComparer.Ordinal);

    /// <summary>The id of the learner's part of the page.</summary>
    public string Anchor => $"l{Number}";

    /// <summary>The exercises that count. Of two copies of one exercise, the better counts.</summary>
    public IEnumerable<ExerciseRecord> Counted => best.Values;

    public int Points => Counted.Sum(e => e.Points);

    public int StretchPoints => Counted.Sum(e => e.StretchPoints);

    /// <summary>The exercise that counts, or null when no notebook with it was handed in.</summary>
    public ExerciseRecord? Best(string exercise) => best.GetValueOrDefault(exercise);
}
