using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CachingLab.Notebooks;

/// <summary>Writes JSON as VS Code and Jupyter do: it escapes only what must be escaped, and no other non-ASCII characters.</summary>
internal static class JsonText
{
    /// <summary>Writes a value at a depth.</summary>
    /// <param name="to">Where it is written.</param>
    /// <param name="node">The value; null is JSON's null.</param>
    /// <param name="style">The layout.</param>
    /// <param name="depth">The nesting level of the value.</param>
    /// <param name="sorted">Whether to sort the names of every object in ordinal order.</param>
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
    public static void Quote(StringBuilder to, string text)
    {
        to.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '"':
                    to.Append("\\\"");
                    break;
                case '\\':
                    to.Append("\\\\");
                    break;
                case '\b':
                    to.Append("\\b");
                    break;
                case '\f':
                    to.Append("\\f");
                    break;
                case '\n':
                    to.Append("\\n");
                    break;
                case '\r':
                    to.Append("\\r");
                    break;
                case '\t':
                    to.Append("\\t");
                    break;
                case < ' ':
                    Escape(to, c);
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                        to.Append(c).Append(text[++i]);
                    else if (char.IsSurrogate(c))
                        Escape(to, c);
                    else
                        to.Append(c);
                    break;
            }
        }

        to.Append('"');
    }

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

    /// <summary>The value as JSON with sorted names, so that equal values give equal texts.</summary>
    public static string Canonical(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, FileStyle.Canonical, 0, sorted: true);
        return text.ToString();
    }

    private static void Escape(StringBuilder to, char c) => to.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
