using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.State;

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

/// <summary>The serialization of a verdict, which requires every property.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExerciseRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
