using System.Globalization;

namespace CachingLab.Exercises.Caches;

/// <summary>Many cache entries described by a prefix and a count, so that they need not be sent one by one.</summary>
/// <param name="Prefix">What every key begins with.</param>
/// <param name="Length">The shortest length of a value; shorter numbers are padded.</param>
/// <param name="Padding">What they are padded with.</param>
/// <param name="InLetters">Whether a key ends in two printable ASCII characters instead of digits.</param>
public sealed record EntrySeries(string Prefix, int Count, int Length = 0, char Padding = '0', bool InLetters = false)
{
    public const int Pairs = Printable * Printable;

    private const int Printable = '~' - ' ' + 1;

    /// <summary>The key of an entry: the prefix and its number.</summary>
    /// <param name="number">The entry, counted from 0.</param>
    public string Key(int number) => InLetters
        ? $"{Prefix}{(char)(' ' + (number / Printable))}{(char)(' ' + (number % Printable))}"
        : Prefix + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value of an entry: its number, as a new object each time.</summary>
    /// <param name="number">The entry, counted from 0.</param>
    public string Value(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}").PadLeft(Length, Padding);

    /// <summary>C# that sets every entry from <paramref name="writers"/> threads.</summary>
    /// <param name="cache">What the code calls the cache.</param>
    internal string SetCode(string cache, int writers) => writers == 1
        ? $"for (int i = 0; i < {Count}; i++) {SetOneCode(cache)}"
        : $"Parallel.For(0, {writers}, writer => {{ for (int i = writer; i < {Count}; i += {writers}) {SetOneCode(cache)} }});";

    /// <summary>C# that adds the number of missing or wrong entries to a variable called <c>lost</c>.</summary>
    /// <param name="cache">What the code calls the cache.</param>
    internal string CountLostCode(string cache) =>
        $$"""for (int i = 0; i < {{Count}}; i++) lost += {{cache}}.Get({{KeyCode}}) == {{ValueCode}} ? 0 : 1;""";

    private string SetOneCode(string cache) => $$"""{{cache}}.Set({{KeyCode}}, {{ValueCode}});""";

    private string KeyCode =>
        "$\"" + Prefix + (InLetters ? $"{{(char)(' ' + i / {Printable})}}{{(char)(' ' + i % {Printable})}}" : "{i}") + "\"";

    private string ValueCode => Length == 0 ? "$\"{i}\"" : $"$\"{{i}}\".PadLeft({Length}, '{Padding}')";
}
