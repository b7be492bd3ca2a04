using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>How records are serialized as JSON, with the names of the schema.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(WholeTextConverter)],
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GradeBook))]
[JsonSerializable(typeof(SubmissionRecord))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>A context for indented or single-line JSON. Letters such as é are not escaped, because the text is never embedded in HTML.</summary>
    public static ReportJson With(bool indented) =>
        new(new JsonSerializerOptions(Default.Options) { WriteIndented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
