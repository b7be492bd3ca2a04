using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.State;

/// <summary>The stored progress of one exercise. Its properties are settable, so that one missing in a file keeps its default.</summary>
internal sealed record ExerciseProgress
{
    /// <summary>The last verdict; null before the first one, or when another version wrote it in an unknown format.</summary>
    [JsonConverter(typeof(LenientRecordConverter))]
    public ExerciseRecord? Last { get; set; }

    /// <summary>The <see cref="AnswerText.Hash"/> of the graded answer.</summary>
    public string AnswerHash { get; set; } = "";

    /// <summary>The <see cref="VerdictDigest"/> of the course that it was graded by.</summary>
    public string CourseDigest { get; set; } = "";

    /// <summary>How many different answers were graded, without the untouched cell.</summary>
    public int Attempts { get; set; }

    /// <summary>The <see cref="AnswerText.SourceHash"/> of the graded cell.</summary>
    public string SourceHash { get; set; } = "";

    /// <summary>When the last edited answer was graded; null while the cell is as handed out.</summary>
    public DateTimeOffset? Edited { get; set; }

    /// <summary>When it first passed, or null.</summary>
    public DateTimeOffset? FirstPassed { get; set; }

    /// <summary>The answer that passed last, as text, or null.</summary>
    public string? PassedAnswer { get; set; }

    /// <summary>How many hints were shown, by requirement.</summary>
    public IReadOnlyDictionary<string, int> HintsShown { get; set; } = new Dictionary<string, int>();

    /// <summary>Properties that another version wrote.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
