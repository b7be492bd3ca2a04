using System.Text.Json.Serialization;

namespace CachingLab.Grading.Records;

/// <summary>The results of one call of the grader, from which all reports are made.</summary>
/// <param name="Submissions">One row a notebook, in the order of their paths.</param>
/// <param name="Sandbox">Which sandbox was in force, in a few words.</param>
public sealed record GradeBook(IReadOnlyList<SubmissionRecord> Submissions, string Sandbox)
{
    /// <summary>The schema version that this code writes and reads.</summary>
    public const string CurrentSchema = "cachinglab.grade/1";

    /// <summary>The schema version of this record.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = CurrentSchema;

    /// <summary>When it was graded, in whole seconds, or null when that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Graded { get; init; }

    /// <summary>The version of the course, or null when that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Course { get; init; }

    /// <summary>Whose each submission is, in the order of <see cref="Submissions"/>; null when nobody handed in any.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HandIn?>? HandIns
    {
        get => Submissions.Any(s => s.HandIn is not null) ? [.. Submissions.Select(s => s.HandIn)] : null;
        init => Submissions = value is null ? Submissions : [.. Submissions.Select((s, i) => s with { HandIn = value.ElementAtOrDefault(i) })];
    }

    /// <summary>Which part of a class this is; null for all of it.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShardRecord? Shard { get; init; }

    /// <summary>The class list, each of whom is a learner; null when none was given.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RosterRow>? Roster { get; init; }

    /// <summary>How points become marks; null when a mark is the sum of points.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GradingScheme? Scheme { get; init; }

    /// <summary>Answers that are much alike, in the order of their learners' ids; null when none are.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Likeness>? Likenesses { get; init; }

    /// <summary>Every learner exactly once, sorted by name. It is computed from the rows at each call, so keep it.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<LearnerRecord> Learners => LearnerList.Of(this);

    /// <summary>The exercises of the notebooks that anybody handed in, in course order.</summary>
    [JsonIgnore]
    public IReadOnlyList<BookExercise> Exercises =>
    [
        .. Submissions
            .Where(s => s.Error is null)
            .OrderBy(s => s.Notebook, StringComparer.Ordinal)
            .SelectMany(s => s.Exercises.Select(e => (Exercise: e, s.Notebook)))
            .GroupBy(p => p.Exercise.Id, StringComparer.Ordinal)
            .Select(g => new BookExercise(g.Key, g.First().Notebook ?? "", g.Max(p => p.Exercise.Of), g.Max(p => p.Exercise.StretchOf))),
    ];
}

/// <summary>One exercise across a grade book, with the most points and stretch points that it gives.</summary>
public sealed record BookExercise(string Id, string Notebook, int Of, int StretchOf);

/// <summary>Which part of a class a grade book holds, from 1, with the place of each row among all rows of the whole class.</summary>
public sealed record ShardRecord(int Part, int Of, IReadOnlyList<int> Places, int All);
