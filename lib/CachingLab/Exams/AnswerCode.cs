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
    /// <summary>Code that names nothing.</summary>
    public static AnswerCode Empty { get; } = new(ClockUse.None, [], []);

    /// <summary>What several cells of one answer say together.</summary>
    public AnswerCode With(AnswerCode other) =>
        new(Clocks | other.Clocks, [.. Texts.Union(other.Texts, StringComparer.Ordinal)], [.. Numbers.Union(other.Numbers)]);
}
