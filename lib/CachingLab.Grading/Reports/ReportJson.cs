using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>How records are written as JSON and read back: the contract's names, nothing left out that a record needs.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(WholeTextConverter)],
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GradeBook))]
[JsonSerializable(typeof(SubmissionRecord))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>A context that writes over several lines or on one, with é as itself: the text is read as JSON, never pasted into a page.</summary>
    public static ReportJson With(bool indented) =>
        new(new JsonSerializerOptions(Default.Options) { WriteIndented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
