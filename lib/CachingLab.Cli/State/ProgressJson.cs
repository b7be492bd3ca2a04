using System.Text.Json.Serialization;

namespace CachingLab.Cli.State;

/// <summary>How progress is written and read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ProgressFile))]
internal sealed partial class ProgressJson : JsonSerializerContext;
