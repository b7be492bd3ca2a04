using System.Globalization;
using System.Text;

namespace CachingLab.Exams;

/// <summary>
/// Describes results for a report. <see cref="Got"/> prints the same words, so that a counterexample that is pasted into a cell shows what the
/// report says.
/// </summary>
internal static class GotText
{
    /// <summary>A value as C# writes it; a long text is cut.</summary>
    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => CodeText.Shown(text),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static string Keys(string? first, string? second) =>
        first == second ? $"the same key {Value(first)} twice" : $"{Value(first)} and {Value(second)}";

    /// <summary>A file's content; null when there is no file.</summary>
    /// <remarks>Always decoded as UTF-8, so that a byte order mark or another encoding can be seen.</remarks>
    public static string File(byte[]? content) =>
        content is null ? "no file" : $"a file holding {Value(Encoding.UTF8.GetString(content))}";

    /// <summary>What a call threw; null when it returned.</summary>
    public static string Thrown(AnswerException? exception) =>
        exception is null ? Counterexample.NoException : $"{exception.TypeName}: {CodeText.FirstLine(exception.Message)}";

    /// <summary>How a call ended.</summary>
    /// <param name="exception">What it threw instead, or null.</param>
    /// <param name="scripted">What the model threw, or null. Another instance of the same type is reported as another exception.</param>
    public static string Outcome(string? answer, AnswerException? exception, Exception? scripted = null)
    {
        if (exception is null)
            return $"the answer {Value(answer)}";
        bool another = scripted is not null && !ReferenceEquals(exception.Original, scripted) && exception.TypeNames[0] == scripted.GetType().FullName;
        return (another ? "another " : "") + Thrown(exception);
    }

    /// <summary>What a model was asked.</summary>
    /// <param name="earlier">How many calls to leave out.</param>
    public static string Calls(FakeLlm llm, int earlier)
    {
        LlmRequest[] asked = [.. llm.Requests.Skip(earlier)];
        return asked is [] ? "0 calls" : $"{Count(asked.Length)}: {string.Join(", ", asked.Select(RequestText.Of))}";
    }

    public static string Field(LogCollector log, string entry, string field) =>
        log.Named(entry) is [_, ..] named ? string.Join(", ", named.Select(e => Field(e.Field(field)))) : $"no entry {entry}";

    /// <summary>Where a stack trace begins.</summary>
    public static string Stack(string? trace) => BeginsInModel(trace) ? "one that begins in the model" : "one that begins in your code";

    /// <summary>Whether a stack trace goes back to the reply that threw.</summary>
    public static bool BeginsInModel(string? trace) =>
        trace?.Contains($"{nameof(FakeReply)}.{nameof(FakeReply.Throw)}(", StringComparison.Ordinal) is true;

    public static string Clocks(ClockUse clocks) => clocks switch
    {
        ClockUse.None => "no clock",
        ClockUse.WallClock => "the time of day alone, which can be set back",
        ClockUse.Monotonic => "a clock that only goes forward",
        _ => "a clock that only goes forward, and the time of day",
    };

    public static string Place(LogCollector log, string text) =>
        log.Entries.Select(e => e.PlaceOf(text) is { } place ? $"{CodeText.Literal(text)} in {place} of the entry {e.Name}" : null).FirstOrDefault(p => p is not null)
        ?? $"{CodeText.Literal(text)} nowhere in the log";

    private static string Field(LogField? field) => field is null ? "no such field" : Value(field.Value);

    private static string Count(int calls) => calls == 1 ? "1 call" : string.Create(CultureInfo.InvariantCulture, $"{calls} calls");
}
