using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.State;

/// <summary>Reads a verdict that another version of the course wrote as no verdict: it is graded again, and nothing else is lost.</summary>
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

/// <summary>How a verdict is written and read: with everything that it needs, or not at all.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExerciseRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
