using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.State;

/// <summary>What is remembered of one exercise. Its properties can be set, so that one that a file does not have keeps its default.</summary>
internal sealed record ExerciseProgress
{
    /// <summary>The last verdict; null before the first, and when it was written in a way that this version does not know.</summary>
    [JsonConverter(typeof(LenientRecordConverter))]
    public ExerciseRecord? Last { get; set; }

    /// <summary>What was graded, as <see cref="AnswerText.Hash"/>.</summary>
    public string AnswerHash { get; set; } = "";

    /// <summary>What it was graded against, as <see cref="VerdictDigest"/>.</summary>
    public string CourseDigest { get; set; } = "";

    /// <summary>How many different answers were graded; the untouched cell is none.</summary>
    public int Attempts { get; set; }

    /// <summary>The exercise cell that was graded, as <see cref="AnswerText.SourceHash"/>.</summary>
    public string SourceHash { get; set; } = "";

    /// <summary>When an answer that the learner had changed was graded; null while the cell is as it was handed out.</summary>
    public DateTimeOffset? Edited { get; set; }

    /// <summary>When it first passed, or null.</summary>
    public DateTimeOffset? FirstPassed { get; set; }

    /// <summary>The answer that passed last, as text, or null.</summary>
    public string? PassedAnswer { get; set; }

    /// <summary>How many hints were shown, by requirement.</summary>
    public IReadOnlyDictionary<string, int> HintsShown { get; set; } = new Dictionary<string, int>();

    /// <summary>What another version wrote here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
