using System.Text.Json.Serialization;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.State;

/// <summary>How a verdict is written and read: with everything that it needs, or not at all.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExerciseRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
