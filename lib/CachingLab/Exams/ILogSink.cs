using Microsoft.Extensions.Logging;

namespace CachingLab.Exams;

/// <summary>Takes log entries, from this process or another.</summary>
public interface ILogSink
{
    /// <summary>The levels at which it takes nothing, and says so.</summary>
    IReadOnlyList<LogLevel> Off { get; }

    /// <summary>Takes an entry.</summary>
    [Notice]
    void Add(LogEntry entry);
}
