namespace CachingLab.Exams;

/// <summary>What the compiled code of an answer says without being run.</summary>
/// <param name="Clocks">The kinds of clock that it reads.</param>
/// <param name="Texts">The texts that are written in it: separators, labels, words that are treated in a way of their own.</param>
/// <param name="Numbers">The numbers that are written in it, characters as their codes: limits and sizes that it treats in a way of its own.</param>
/// <remarks>
/// A requirement asks about these besides what it draws: an answer is likeliest to break beside the constants that it names, and a wider search
/// would not meet them.
/// </remarks>
public sealed record AnswerCode(ClockUse Clocks, IReadOnlyList<string> Texts, IReadOnlyList<double> Numbers)
{
    /// <summary>Whether it can wait for a while, or give up waiting: what takes longer than a number that it names may be another matter to it.</summary>
    public bool Waits { get; init; }

    /// <summary>Times, in milliseconds, that are longer than some of the numbers, taken as milliseconds and as seconds: the two longest that an exam has time for.</summary>
    public IEnumerable<int> Delays =>
        Numbers.SelectMany(n => new[] { n, n * 1_000 }).Where(n => n is >= 20 and <= 2_500).Distinct().Order().TakeLast(2).Select(n => (int)n + 80);

    /// <summary>Code that names nothing.</summary>
    public static AnswerCode Empty { get; } = new(ClockUse.None, [], []);

    /// <summary>What several cells of one answer say together.</summary>
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
