using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CachingLab.Notebooks;

/// <summary>Writes JSON as VS Code and Jupyter do: it escapes only what must be escaped, and no other non-ASCII characters.</summary>
internal static partial class JsonText
{
    /// <summary>Writes a value at a depth; when sorted, with the names of every object in ordinal order.</summary>
    public static void Write(StringBuilder to, JsonNode? node, FileStyle style, int depth, bool sorted)
    {
        switch (node)
        {
            case JsonObject { Count: 0 }:
                to.Append("{}");
                break;
            case JsonObject json:
                to.Append('{');
                string comma = "";
                IEnumerable<KeyValuePair<string, JsonNode?>> properties = sorted ? json.OrderBy(p => p.Key, StringComparer.Ordinal) : json;
                foreach ((string name, JsonNode? value) in properties)
                {
                    to.Append(comma).Append(style.Break(depth + 1));
                    Quote(to, name);
                    to.Append(style.Colon);
                    Write(to, value, style, depth + 1, sorted);
                    comma = style.Comma;
                }

                to.Append(style.Break(depth)).Append('}');
                break;
            case JsonArray { Count: 0 }:
                to.Append("[]");
                break;
            case JsonArray array:
                to.Append('[');
                for (int i = 0; i < array.Count; i++)
                {
                    to.Append(i == 0 ? "" : style.Comma).Append(style.Break(depth + 1));
                    Write(to, array[i], style, depth + 1, sorted);
                }

                to.Append(style.Break(depth)).Append(']');
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                Quote(to, value.GetValue<string>());
                break;
            case JsonValue value:
                to.Append(value.ToJsonString());
                break;
            default:
                to.Append("null");
                break;
        }
    }

    /// <summary>Writes a text in quotes. Half of a surrogate pair is escaped because UTF-8 cannot hold it.</summary>
    public static void Quote(StringBuilder to, string text) => to.Append('"').Append(ToEscape().Replace(text, m => Escaped(m.ValueSpan[0]))).Append('"');

    /// <summary>Sets a property. A new one is inserted in the order of the names.</summary>
    public static void SetInOrder(JsonObject json, string name, JsonNode? value)
    {
        if (json.ContainsKey(name))
        {
            json[name] = value;
            return;
        }

        int at = 0;
        foreach ((string other, _) in json)
        {
            if (string.CompareOrdinal(other, name) > 0)
                break;
            at++;
        }

        json.Insert(at, name, value);
    }

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
    };

    // The last two are a high surrogate without a low one behind it, and a low one without a high one before it.
    [GeneratedRegex("""[\x00-\x1f"\\]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]""")]
    private static partial Regex ToEscape();
}

/// <summary>The layout of a JSON file.</summary>
/// <param name="Indent">The white space for each level, or null when everything is on one line.</param>
/// <param name="NewLine">LF or CRLF between lines of the file.</param>
/// <param name="Colon">The text between a name and its value.</param>
internal sealed record FileStyle(string? Indent, string NewLine, string Colon)
{
    /// <summary>The layout that VS Code and Jupyter write.</summary>
    public static FileStyle Canonical { get; } = new(" ", "\n", ": ");

    /// <summary>The text between two items on one line.</summary>
    public string Comma => Indent is null && Colon.Length > 1 ? ", " : ",";

    /// <summary>The text before an item at a depth.</summary>
    public string Break(int depth) => Indent is null ? "" : NewLine + string.Concat(Enumerable.Repeat(Indent, depth));

    /// <summary>Infers the layout from the first line break and the first name of a JSON object, which has no byte order mark.</summary>
    public static FileStyle Of(ReadOnlySpan<byte> json)
    {
        int at = json.IndexOf((byte)'{') + 1;
        int end = at;
        while (end < json.Length && json[end] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            end++;
        ReadOnlySpan<byte> space = json[at..end];
        int lineFeed = space.LastIndexOf((byte)'\n');
        string? indent = lineFeed < 0 ? null : System.Text.Encoding.ASCII.GetString(space[(lineFeed + 1)..]);
        string newLine = lineFeed > 0 && space[lineFeed - 1] == '\r' ? "\r\n" : "\n";
        int colon = json[end..].IndexOf("\":"u8);
        bool spaced = colon < 0 || end + colon + 2 >= json.Length || json[end + colon + 2] == ' ';
        return new(indent, newLine, spaced ? ": " : ":");
    }
}
