using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CachingLab.Notebooks;

/// <summary>Reads JSON into nodes as Python and JavaScript do: the last value of a duplicate name counts, and half a surrogate pair is no error.</summary>
internal static class JsonTree
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 200;

    /// <summary>A reader for a file with a depth of up to <see cref="MaxDepth"/>; <see cref="Skip"/> enforces the limit.</summary>
    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = MaxDepth + 10 });

    /// <summary>Reads the reader's current value, up to its last token.</summary>
    public static JsonNode? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var json = new JsonObject();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
                {
                    string name = Text(ref reader);
                    reader.Read();
                    json[name] = Read(ref reader);
                }

                return json;
            case JsonTokenType.StartArray:
                var array = new JsonArray();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                    array.Add(Read(ref reader));
                return array;
            case JsonTokenType.String:
                return JsonValue.Create(Text(ref reader));
            case JsonTokenType.Number:
                // Keeps the digits as written: 1.0 stays 1.0.
                return JsonNode.Parse(reader.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False:
                return JsonValue.Create(reader.TokenType is JsonTokenType.True);
            default:
                return null;
        }
    }

    /// <summary>Moves to the last token of the reader's current value.</summary>
    /// <returns>False when it is nested deeper than <see cref="MaxDepth"/>.</returns>
    public static bool Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return true;
        int depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.CurrentDepth >= MaxDepth)
                return false;
        }

        return true;
    }

    /// <summary>The text of the reader's current string or name.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // JSON's escapes are among those of regular expressions.
            return Regex.Unescape(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }
}
