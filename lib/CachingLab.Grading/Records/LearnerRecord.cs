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

    /// <summary>Whether a file that counts came after the deadline, or the platform marked it as late.</summary>
    public bool Late { get; init; }

    /// <summary>The points with the weights and the loss of late ones that <see cref="GradeBook.Scheme"/> asks for; else <see cref="Points"/>.</summary>
    public double Mark { get; init; }

    /// <summary>The most that <see cref="Mark"/> can be.</summary>
    public double MarkOf { get; init; }

    /// <summary>The learner's row on the roster, or null.</summary>
    [JsonIgnore]
    public RosterRow? Row { get; init; }

    /// <summary>The files that count with their points, for programs.</summary>
    public IEnumerable<CountedNotebook> Notebooks => Counted.Select(s => new CountedNotebook(s.Notebook!, s.Path, s.Points));

    /// <summary>The notes, and why files could not be graded, for an instructor.</summary>
    [JsonIgnore]
    public IEnumerable<string> Remarks => [.. Notes, .. Ungradable.Select(s => $"{s.Path} could not be graded: {s.Error}")];

    /// <summary>The learner's id on a platform, as in <see cref="HandIn.Platform"/>, or null.</summary>
    public string? IdOn(string platform) => Submissions.FirstOrDefault(s => s.HandIn?.Platform == platform)?.HandIn!.Id;

    /// <summary>The submission of a notebook that counts, or null when none was handed in.</summary>
    public SubmissionRecord? Notebook(string name) => Counted.FirstOrDefault(s => s.Notebook == name);

    /// <summary>The exercise that counts, or null when no notebook with it was handed in.</summary>
    public ExerciseRecord? Exercise(string id) => Exercises.FirstOrDefault(e => e.Id == id);
}

/// <summary>A file that counts.</summary>
public sealed record CountedNotebook(string Notebook, string Path, int Points);
