namespace CachingLab.Exams;

/// <summary>What the compiled code of an answer contains, read without running it.</summary>
/// <param name="Clocks">The kinds of clock that it reads.</param>
/// <param name="Texts">The string literals in it, such as separators, labels and words that it treats specially.</param>
/// <param name="Numbers">The numeric constants in it, such as limits and sizes; characters as their codes.</param>
/// <remarks>
/// A requirement tries these besides random inputs: an answer is most likely to fail near its own constants, which random inputs rarely hit.
/// </remarks>
public sealed record AnswerCode(ClockUse Clocks, IReadOnlyList<string> Texts, IReadOnlyList<double> Numbers)
{
    /// <summary>Whether the code can wait or time out, so that it may behave differently when a call takes longer than one of its numbers.</summary>
    public bool Waits { get; init; }

    /// <summary>The two longest delays, in milliseconds, that just exceed one of the numbers, read as milliseconds or seconds, and fit into an exam.</summary>
    public IEnumerable<int> Delays =>
        Numbers.SelectMany(n => new[] { n, n * 1_000 }).Where(n => n is >= 20 and <= 2_500).Distinct().Order().TakeLast(2).Select(n => (int)n + 80);

    /// <summary>Code without clocks, texts or numbers.</summary>
    public static AnswerCode Empty { get; } = new(ClockUse.None, [], []);

    /// <summary>What this code and the code of another cell contain together.</summary>
    public AnswerCode With(AnswerCode other) =>
        new(Clocks | other.Clocks, [.. Texts.Union(other.Texts, StringComparer.Ordinal)], [.. Numbers.Union(other.Numbers)]) { Waits = Waits || other.Waits };
}

/// <summary>The kinds of clock that a piece of compiled code reads.</summary>
[Flags]
public enum ClockUse
{
    None = 0,

    /// <summary>The time of day, which can be set back: <c>DateTime.UtcNow</c> and its like.</summary>
    WallClock = 1,

    /// <summary>A clock that only goes forward: <c>Stopwatch</c>, <c>TimeProvider.GetTimestamp</c>, <c>Environment.TickCount64</c>.</summary>
    Monotonic = 2,
}
