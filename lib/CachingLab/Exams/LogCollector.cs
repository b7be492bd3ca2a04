using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exams;

/// <summary>A logger that keeps its entries, so that requirements judge entries and not console text.</summary>
/// <param name="forward">Gets each entry in place of this collector, which then keeps none; null to keep them.</param>
public sealed class LogCollector(Action<LogEntry>? forward = null) : ILogger, ILogSink
{
    private static readonly ConditionalWeakTable<ILogSink, LogCollector> Standing = [];
    private readonly Lock gate = new();
    private readonly List<LogEntry> entries = [];
    private readonly LoggerExternalScopeProvider scopes = new();

    public IReadOnlyList<LogLevel> Off { get; init; } = [];

    /// <summary>A copy of the entries so far, in order.</summary>
    public IReadOnlyList<LogEntry> Entries
    {
        get
        {
            lock (gate)
                return [.. entries];
        }
    }

    /// <summary>A logger whose entries go to <paramref name="sink"/>, which may be in another process; the same one for the same sink.</summary>
    public static LogCollector Of(ILogSink sink) => sink as LogCollector ?? Standing.GetValue(sink, static s => new LogCollector(s.Add) { Off = s.Off });

    public IReadOnlyList<LogEntry> Named(string name) => [.. Entries.Where(e => e.IsNamed(name))];

    /// <summary>The levels and names of the entries.</summary>
    public override string ToString() =>
        Entries is [] ? "no entry" : string.Join(", ", Entries.Select(e => $"{e.Level} {e.Name}"));

    /// <summary>Keeps an entry that was captured elsewhere.</summary>
    public void Add(LogEntry entry)
    {
        lock (gate)
        {
            if (forward is null)
                entries.Add(entry);
            else
                forward(entry);
        }
    }

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Add(LogEntry.Capture(logLevel, eventId, state, exception, formatter, Scopes()));
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None && !Off.Contains(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => scopes.Push(state);

    // The innermost first: its field counts where an outer one has the same name.
    private List<object?> Scopes()
    {
        var all = new List<object?>();
        scopes.ForEachScope(static (scope, list) => list.Add(scope), all);
        all.Reverse();
        return all;
    }
}

/// <summary>Takes log entries, from this process or another.</summary>
public interface ILogSink
{
    IReadOnlyList<LogLevel> Off { get; }

    [Notice]
    void Add(LogEntry entry);
}

/// <summary>
/// Marks an interface method that is called from another process without a reply. Its calls keep their order, and the caller does not wait.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoticeAttribute : Attribute;
