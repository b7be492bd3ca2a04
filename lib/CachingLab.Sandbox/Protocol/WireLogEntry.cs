using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Sandbox.Protocol;

/// <summary>A log entry as data.</summary>
public sealed record WireLogEntry(
    LogLevel Level, string? EventName, string Message, IReadOnlyList<WireLogField> Fields, string? Exception)
{
    public static WireLogEntry Of(LogEntry entry) =>
        new(entry.Level, entry.EventName, entry.Message, [.. entry.Fields.Select(WireLogField.Of)], entry.Exception);

    public LogEntry ToEntry() => new(Level, EventName, Message, [.. Fields.Select(f => f.ToField())], Exception);
}
