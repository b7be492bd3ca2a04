using System.Collections;
using System.Globalization;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Makes the output of a value, for the last expression of a cell and for <c>.Display()</c>.</summary>
internal static class CellValue
{
    private const int MaxItems = 50;

    /// <summary>The output that the value makes itself, or its text; null when it must not be shown.</summary>
    public static CellOutput? Output(OutputKind kind, object? value) =>
        value is IOwnOutput own ? own.Output(kind) : new CellOutput(kind, Text(value));

    private static string Text(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        IDictionary map => Join("{ ", Pairs(map), " }"),
        IEnumerable items => Join("[ ", items.Cast<object?>().Select(Text), " ]"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? value.GetType().Name,
    };

    private static IEnumerable<string> Pairs(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
            yield return $"{Text(entry.Key)}: {Text(entry.Value)}";
    }

    private static string Join(string start, IEnumerable<string> items, string end)
    {
        string[] shown = [.. items.Take(MaxItems + 1)];
        return start + string.Join(", ", shown.Take(MaxItems)) + (shown.Length > MaxItems ? ", \u2026" : "") + end;
    }
}

/// <summary>A value that makes its own output.</summary>
internal interface IOwnOutput
{
    /// <summary>The output, or null when the value must not be shown.</summary>
    CellOutput? Output(OutputKind kind);
}
