using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exams;

/// <summary>One entry as a logger received it, turned into plain data.</summary>
/// <param name="EventName">The event id's name, or null.</param>
/// <param name="Fields">Its structured fields, then those of the scopes around it.</param>
/// <param name="Exception">The whole text of the exception that was logged with it, or null.</param>
public sealed record LogEntry(LogLevel Level, string? EventName, string Message, IReadOnlyList<LogField> Fields, string? Exception)
{
    private static readonly char[] WordEnds = [' ', '\t', '\r', '\n', ':', ',', ';', '.'];

    /// <summary>The entry's name: the event id's, or the first word of the message.</summary>
    public string Name => EventName ?? FirstWord;

    private string FirstWord => Message.Split(WordEnds, 2)[0];

    /// <summary>Whether its event id or the first word of its message is that name.</summary>
    public bool IsNamed(string name) => EventName == name || FirstWord == name;

    public LogField? Field(string name) => Fields.FirstOrDefault(f => f.IsNamed(name));

    public IEnumerable<string> Texts =>
        ((string?[])[Message, Exception, EventName, .. Fields.Select(f => f.Name), .. Fields.Select(f => f.Value as string)]).OfType<string>();

    /// <summary>The part of the entry that contains <paramref name="text"/>, or null.</summary>
    public string? PlaceOf(string text)
    {
        bool Holds(string? place) => place?.Contains(text, StringComparison.OrdinalIgnoreCase) is true;
        if (Holds(Message))
            return "the message";
        if (Holds(Exception))
            return "the exception";
        if (Holds(EventName))
            return "the event's name";
        return Fields.FirstOrDefault(f => Holds(f.Name) || Holds(f.Value as string)) is { } field ? $"the field {CodeText.FirstLine(field.Name)}" : null;
    }

    public static LogEntry Capture<TState>(
        LogLevel level, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter, IEnumerable<object?> scopes)
    {
        IEnumerable<LogField> fields = FieldsOf(state).Concat(scopes.SelectMany(ScopeFields));
        return new LogEntry(level, eventId.Name, formatter(state, exception), [.. fields], exception?.ToString());
    }

    private static IEnumerable<LogField> FieldsOf(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> pairs
            ? pairs.Select(p => new LogField(p.Key, Plain(p.Value)))
            : [];

    // A scope may be any object: loggers write its text.
    private static IEnumerable<LogField> ScopeFields(object? scope) =>
        scope is null or IEnumerable<KeyValuePair<string, object?>> ? FieldsOf(scope) : [new LogField("{Scope}", Plain(scope))];

    private static object? Plain(object? value) => value switch
    {
        null or string or bool => value,
        double or float or decimal or byte or sbyte or short or ushort or int or uint or long or ulong =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

/// <summary>One structured field of a log entry.</summary>
/// <param name="Name">Its name as the learner wrote it.</param>
/// <param name="Value">A <see cref="double"/> for any number, a <see cref="bool"/>, null, or text.</param>
public sealed record LogField(string Name, object? Value)
{
    /// <summary>Whether <paramref name="name"/> names this field: case and underscores do not count.</summary>
    public bool IsNamed(string name) =>
        string.Equals(Plain(Name), Plain(name), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
