using System.Text.Json.Serialization;
using CachingLab.Grading.Reports;

namespace CachingLab.Cli.Progress;

/// <summary>How progress is written and read.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(WholeTextConverter)],
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ProgressFile))]
internal sealed partial class ProgressJson : JsonSerializerContext;
