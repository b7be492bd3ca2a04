using System.Globalization;

namespace CachingLab.Exams;

/// <summary>Many cache entries that two words describe: a prefix and a number, so that they need not be sent one by one.</summary>
/// <param name="Prefix">What every key begins with.</param>
/// <param name="Count">How many entries.</param>
public sealed record EntrySeries(string Prefix, int Count)
{
    /// <summary>The key of an entry: the prefix and its number.</summary>
    /// <param name="number">The entry, counted from 0.</param>
    public string Key(int number) => Prefix + Value(number);

    /// <summary>The value of an entry: its number.</summary>
    /// <param name="number">The entry, counted from 0.</param>
    public static string Value(int number) => number.ToString(CultureInfo.InvariantCulture);
}
