using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading;

namespace CachingLab.Cli.Progress;

/// <summary>What is remembered of one exercise.</summary>
internal sealed record ExerciseProgress
{
    /// <summary>The last verdict, or null before the first.</summary>
    public ExerciseRecord? Last { get; init; }

    /// <summary>What was graded, as <see cref="AnswerText.Hash"/>.</summary>
    public string AnswerHash { get; init; } = "";

    /// <summary>What it was graded against, as <see cref="CourseDigest.Of"/>.</summary>
    public string CourseDigest { get; init; } = "";

    /// <summary>How many different answers were graded; the untouched cell is none.</summary>
    public int Attempts { get; init; }

    /// <summary>When it first passed, or null.</summary>
    public DateTimeOffset? FirstPassed { get; init; }

    /// <summary>The answer that passed last, as text, or null.</summary>
    public string? PassedAnswer { get; init; }

    /// <summary>How many hints were shown, by requirement.</summary>
    public IReadOnlyDictionary<string, int> HintsShown { get; init; } = new Dictionary<string, int>();

    /// <summary>What another version wrote here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; init; }
}
