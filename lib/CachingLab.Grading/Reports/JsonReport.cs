using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Writes and reads a grade book as JSON, schema <c>cachinglab.grade/1</c>, for other programs and for interrupted runs.</summary>
public static class JsonReport
{
    private static readonly ReportJson Indented = ReportJson.With(indented: true);
    private static readonly ReportJson Lines = ReportJson.With(indented: false);

    /// <summary>Writes the book as one indented object in UTF-8, with a line end. A property that is only for the board is left out.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        GradeBook silent = book with { Submissions = [.. book.Submissions.Select(ForPrograms)] };
        JsonSerializer.Serialize(output, silent, Indented.GradeBook);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not JSON, lacks a member, or follows another schema.</exception>
    public static GradeBook Read(Stream input)
    {
        using JsonDocument document = JsonDocument.Parse(input);
        JsonElement root = document.RootElement;
        string? schema = root.ValueKind is JsonValueKind.Object && root.TryGetProperty("schema", out JsonElement member) ? member.ToString() : null;
        if (schema != GradeBook.CurrentSchema)
            throw new JsonException($"This is not a grade report of schema {GradeBook.CurrentSchema} (its schema: {schema ?? "none"}).");
        return root.Deserialize(Indented.GradeBook)!;
    }

    /// <summary>Writes one submission as one line, for a run that is saved while it lasts.</summary>
    public static void WriteLine(SubmissionRecord submission, TextWriter output) =>
        output.Write(JsonSerializer.Serialize(submission, Lines.SubmissionRecord) + "\n");

    /// <summary>Reads a line of <see cref="WriteLine"/>.</summary>
    /// <returns>The submission, or null when the line is not a whole record, as at the end of an interrupted run.</returns>
    public static SubmissionRecord? ReadLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Lines.SubmissionRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SubmissionRecord ForPrograms(SubmissionRecord submission) =>
        submission with { Exercises = [.. submission.Exercises.Select(e => e with { CellMissing = false })] };
}

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

/// <summary>
/// Writes half a surrogate pair as U+FFFD, where the serializer would write an escape. A report that was read back is then written with the same bytes,
/// as an interrupted run requires.
/// </summary>
internal sealed class WholeTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Encoding.UTF8.GetBytes(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Encoding.UTF8.GetBytes(value));
}
