// answer: right
// style: walks the public properties by reflection and writes every value with its kind and length
// misses: lone-surrogates
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CachingLab;

class Fingerprint
{
    private readonly StringBuilder text = new();

    public static string Of(object value)
    {
        var print = new Fingerprint();
        print.Add(value);
        return Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(print.text.ToString())));
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null;");
                break;
            case string s:
                Leaf('s', s);
                break;
            case double d:
                Leaf('d', (d == 0 ? 0.0 : d).ToString("R", CultureInfo.InvariantCulture));
                break;
            case IFormattable f:
                Leaf('v', f is DateTime or DateTimeOffset ? f.ToString("O", CultureInfo.InvariantCulture) : f.ToString(null, CultureInfo.InvariantCulture));
                break;
            case bool b:
                Leaf('b', b ? "1" : "0");
                break;
            case LlmTool tool when tool.GetType() == typeof(LlmTool):
                text.Append("tool(");
                Leaf('s', tool.Name);
                Leaf('s', tool.Description);
                Leaf('j', Sorted(tool.ParametersJson));
                text.Append(')');
                break;
            case IEnumerable list:
                text.Append('[');
                foreach (object? item in list)
                    Add(item);
                text.Append(']');
                break;
            default:
                text.Append('{');
                foreach (PropertyInfo property in value.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    Leaf('p', property.Name);
                    Add(property.GetValue(value));
                }

                text.Append('}');
                break;
        }
    }

    private void Leaf(char kind, string value) =>
        text.Append(kind).Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value);

    private static string Sorted(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Sorted(document.RootElement);
        }
        catch (JsonException)
        {
            return "no json: " + json;
        }
    }

    private static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject()
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => JsonSerializer.Serialize(p.Name) + ":" + Sorted(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Sorted)) + "]",
        _ => element.GetRawText(),
    };
}

string MakeCacheKeyTodo(LlmRequest request) => Fingerprint.Of(request);
