using CachingLab.Answers;
using CachingLab.Display;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using Microsoft.Extensions.Logging;

namespace CachingLab.Checks;

/// <summary>The lab's checkpoint: the learner's two calls work together and are judged by their log entries.</summary>
internal sealed class Checkpoint(
    Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall,
    Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> cachedCall)
{
    private const string RequestLine = "llm_call_ok";
    private const string RequestId = "req_001";
    private static readonly LlmRequest Request = new("demo", "You are helpful.", "Hello");
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Makes the same request twice and shows what the log says about it.</summary>
    public async Task RunAsync()
    {
        var collected = new LogCollector();
        var log = new TeeLogger(NotebookLog.Create(), collected);
        bool logsItself = await LogsItselfAsync();
        var logged = new LoggedClient(loggedCall, log);
        ILlmClient client = logsItself ? new FakeLlm() : logged;

        // A cache of the course, because the checkpoint does not judge the learner's cache.
        var cache = new RecordingCache();
        try
        {
            await AskAsync(cache, client, log);
            await AskAsync(cache, client, log);
        }
        catch (AnswerException e) when (e.Is<NotImplementedException>())
        {
            string name = logged.Unfinished ? "LoggedCallAsync" : "CachedCallAsync";
            Show.Line($"Not written yet: finish {name}, run its cell, then run this one again.");
            return;
        }
        catch (AnswerException e)
        {
            Show.Line($"Your code threw {e.TypeName}: {CodeText.FirstLine(e.Message)}");
        }
        catch (TimeoutException)
        {
            Show.Line($"No answer within {Limit.TotalSeconds:0} s: is there a wait that never ends? Restart the kernel to stop it.");
        }

        TextTable table = Report(collected, logsItself);
        Show.Html(table.ToHtml(), table.ToText());
    }

    // The request log may be inside the cached call or around the model. With both, one call would write two lines.
    private async Task<bool> LogsItselfAsync()
    {
        var log = new LogCollector();
        try
        {
            await AskAsync(new RecordingCache(), new FakeLlm(TimeSpan.Zero), log);
        }
        catch (Exception e) when (e is AnswerException or TimeoutException)
        {
            // The run that is shown reports this.
        }

        return log.Named(RequestLine).Count > 0;
    }

    private Task<string> AskAsync(ILlmCache cache, ILlmClient client, ILogger log) =>
        LearnerCode.AwaitAsync(() => cachedCall(cache, Request, client, log), CancellationToken.None).WaitAsync(Limit);

    private static TextTable Report(LogCollector log, bool ownId)
    {
        (bool hit, string hitSeen) = Seen(log, "llm_cache_hit", []);
        (bool call, string callSeen) = Seen(log, RequestLine, [
            ("RequestId", id => ownId ? id?.ToString() is { Length: > 0 } : id is RequestId),
            ("LatencySeconds", latency => latency is double seconds && double.IsFinite(seconds) && seconds >= 0),
        ]);
        return new TextTable(
            ["", "checkpoint", "seen"],
            [[Mark(hit), "a cache hit event", hitSeen], [Mark(call), "a request line with id and latency", callSeen]],
            [false, false, false],
            widestCell: 200);
    }

    private static string Mark(bool met) => met ? "[ok]" : "[no]";

    // One good entry is enough.
    private static (bool Met, string Seen) Seen(LogCollector log, string name, (string Field, Func<object?, bool> IsGood)[] wanted)
    {
        IReadOnlyList<LogEntry> named = log.Named(name);
        if (named.Count == 0)
        {
            string others = string.Join(", ", log.Entries.Select(e => e.Name));
            return (false, $"no entry named {name} among: {(others.Length == 0 ? "no entries" : others)}");
        }

        LogEntry entry = named.FirstOrDefault(e => !Missing(e).Any()) ?? named[0];
        return Missing(entry).Any()
            ? (false, $"{name} without {string.Join(" and ", Missing(entry))}")
            : (true, string.Join(", ", [name, .. entry.Fields.Where(f => f.Name != "{OriginalFormat}").Select(Text)]));

        IEnumerable<string> Missing(LogEntry e) => wanted.Where(w => !w.IsGood(e.Field(w.Field)?.Value)).Select(w => w.Field);
    }

    private static string Text(LogField field) => field.Value is double number
        ? FormattableString.Invariant($"{field.Name}={number:0.####}")
        : $"{field.Name}={field.Value ?? "null"}";

    private sealed class LoggedClient(
        Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> call, ILogger log) : ILlmClient
    {
        private readonly FakeLlm llm = new();
        private int calls;

        public bool Unfinished { get; private set; }

        public async Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
        {
            try
            {
                return await call($"req_{Interlocked.Increment(ref calls):000}", request, llm, log);
            }
            catch (NotImplementedException)
            {
                Unfinished = true;
                throw;
            }
        }
    }

    /// <summary>Hands every entry to two loggers.</summary>
    private sealed class TeeLogger(ILogger first, ILogger second) : ILogger
    {
        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            first.Log(logLevel, eventId, state, exception, formatter);
            second.Log(logLevel, eventId, state, exception, formatter);
        }

        public bool IsEnabled(LogLevel logLevel) => first.IsEnabled(logLevel) || second.IsEnabled(logLevel);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => new Both(first.BeginScope(state), second.BeginScope(state));

        private sealed class Both(IDisposable? first, IDisposable? second) : IDisposable
        {
            public void Dispose()
            {
                second?.Dispose();
                first?.Dispose();
            }
        }
    }
}
