using System.Text.Json.Serialization;

namespace CachingLab.Grading.Records;

/// <summary>One learner: everything handed in, and what counts of it.</summary>
/// <param name="Id">What tells the learner apart from all others; empty for the caller's own notebooks.</param>
/// <param name="Name">What to call the learner.</param>
/// <param name="Submissions">All that was handed in, in course order; empty when nothing was.</param>
/// <param name="Notes">What an instructor should know, a line each, such as which of two copies counts.</param>
public sealed record LearnerRecord(
    string Id,
    string Name,
    [property: JsonIgnore] IReadOnlyList<SubmissionRecord> Submissions,
    IReadOnlyList<string> Notes)
{
    /// <summary>The submissions that count: of each notebook the newest one with an attempt.</summary>
    [JsonIgnore]
    public IReadOnlyList<SubmissionRecord> Counted { get; } = [.. CountedSubmissions.Of(Submissions)];

    /// <summary>The files that could not be graded.</summary>
    [JsonIgnore]
    public IEnumerable<SubmissionRecord> Ungradable => Submissions.Where(s => s.Error is not null);

    /// <summary>The exercises that count.</summary>
    [JsonIgnore]
    public IEnumerable<ExerciseRecord> Exercises => Counted.SelectMany(s => s.Exercises);

    /// <summary>How many requirements are passed, without stretch ones.</summary>
    public int Points => Exercises.Sum(e => e.Points);

    /// <summary>The points of a learner who meets every requirement of the class's notebooks.</summary>
    public int Of { get; init; }

    /// <summary>How many stretch requirements are passed.</summary>
    public int Stretch => Exercises.Sum(e => e.StretchPoints);

    /// <summary>How many stretch requirements the class's notebooks have.</summary>
    public int StretchOf { get; init; }

    /// <summary>When the last file that counts was handed in, or null when that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? HandedIn => Counted.Max(s => s.HandIn?.At);

    /// <summary>Whether the platform marked a file that counts as late.</summary>
    public bool Late => Counted.Any(s => s.HandIn is { Late: true });

    /// <summary>The files that count with their points, for programs.</summary>
    public IEnumerable<CountedNotebook> Notebooks => Counted.Select(s => new CountedNotebook(s.Notebook!, s.Path, s.Exercises.Sum(e => e.Points)));

    /// <summary>The submission of a notebook that counts, or null when none was handed in.</summary>
    public SubmissionRecord? Notebook(string name) => Counted.FirstOrDefault(s => s.Notebook == name);

    /// <summary>The exercise that counts, or null when no notebook with it was handed in.</summary>
    public ExerciseRecord? Exercise(string id) => Exercises.FirstOrDefault(e => e.Id == id);
}

/// <summary>A file that counts.</summary>
/// <param name="Notebook">The course notebook.</param>
/// <param name="Path">The file's path, as in the submissions.</param>
/// <param name="Points">The points of its exercises.</param>
public sealed record CountedNotebook(string Notebook, string Path, int Points);
