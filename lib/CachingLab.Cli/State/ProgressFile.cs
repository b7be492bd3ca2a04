using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.State;

/// <summary>The content of <c>.lab/progress.json</c>. Its properties are settable, so that one missing in the file keeps its default.</summary>
internal sealed record ProgressFile
{
    /// <summary>The schema version that this code writes.</summary>
    public const string CurrentSchema = "cachinglab.progress/1";

    /// <summary>The schema version of the file.</summary>
    public string Schema { get; set; } = CurrentSchema;

    /// <summary>The progress by exercise id. Ids that this version of the course does not have are preserved.</summary>
    public IReadOnlyDictionary<string, ExerciseProgress> Exercises { get; set; } = new Dictionary<string, ExerciseProgress>();

    /// <summary>Properties that another version wrote.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

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

    /// <summary>The <see cref="AnswerText.SourceHash"/> of the graded cell.</summary>
    public string SourceHash { get; set; } = "";

    /// <summary>When the last edited answer was graded; null while the cell is as handed out.</summary>
    public DateTimeOffset? Edited { get; set; }

    /// <summary>The answer that passed last, as text, or null.</summary>
    public string? PassedAnswer { get; set; }

    /// <summary>How many hints were shown, by requirement.</summary>
    public IReadOnlyDictionary<string, int> HintsShown { get; set; } = new Dictionary<string, int>();

    /// <summary>Properties that another version wrote.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>Reads a verdict in another version's format as null, so that only this exercise is graded again.</summary>
internal sealed class LenientRecordConverter : JsonConverter<ExerciseRecord>
{
    public override ExerciseRecord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return json.RootElement.Deserialize(RecordJson.Default.ExerciseRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, ExerciseRecord value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, RecordJson.Default.ExerciseRecord);
}

/// <summary>The serialization of progress.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ProgressFile))]
internal sealed partial class ProgressJson : JsonSerializerContext;

/// <summary>The serialization of a verdict, which requires every property.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExerciseRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
