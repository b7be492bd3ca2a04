using System.Collections;
using System.Globalization;

namespace CachingLab.Worker.Running;

/// <summary>Values as text, for the last expression of a cell and for <c>.Display()</c>.</summary>
internal static class ValueText
{
    private const int MaxItems = 50;

    public static string Of(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        IDictionary map => Join("{ ", Pairs(map), " }"),
        IEnumerable items => Join("[ ", items.Cast<object?>().Select(Of), " ]"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? value.GetType().Name,
    };

    private static IEnumerable<string> Pairs(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
            yield return $"{Of(entry.Key)}: {Of(entry.Value)}";
    }

    private static string Join(string start, IEnumerable<string> items, string end)
    {
        string[] shown = [.. items.Take(MaxItems + 1)];
        return start + string.Join(", ", shown.Take(MaxItems)) + (shown.Length > MaxItems ? ", \u2026" : "") + end;
    }
}
