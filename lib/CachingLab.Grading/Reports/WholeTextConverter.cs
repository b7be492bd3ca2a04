using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CachingLab.Grading.Reports;

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
