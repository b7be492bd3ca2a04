using CachingLab.Display;
using CachingLab.Exams;
using CachingLab.Logging;
using Microsoft.Extensions.Logging;

namespace CachingLab.Doors;

/// <summary>The lab's checkpoint: the learner's two calls working together, judged by the log entries that they leave.</summary>
/// <param name="loggedCall">The learner's <c>LoggedCallAsync</c>.</param>
/// <param name="cachedCall">The learner's <c>CachedCallAsync</c>.</param>
internal sealed class Checkpoint(
    Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall,
    Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> cachedCall)
{
    private const string RequestId = "req-001";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Asks the same thing twice and shows what the log has of it.</summary>
    public async Task RunAsync()
    {
        var collected = new LogCollector();
        var log = new TeeLogger(NotebookLog.Create(), collected);
        var client = new LoggedClient(loggedCall, log);
        var cache = new DictionaryCache();
        var request = new LlmRequest("demo", "You are helpful.", "Hello");
        try
        {
            await LearnerCode.AwaitAsync(() => cachedCall(cache, request, client, log), CancellationToken.None).WaitAsync(Limit);
            await LearnerCode.AwaitAsync(() => cachedCall(cache, request, client, log), CancellationToken.None).WaitAsync(Limit);
        }
        catch (AnswerException e) when (e.Is<NotImplementedException>())
        {
            string name = client.Unfinished ? "LoggedCallAsync" : "CachedCallAsync";
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

        TextTable table = Report(collected);
        Show.Html(table.ToHtml(), table.ToText());
    }

    private static TextTable Report(LogCollector log)
    {
        (bool hit, string hitSeen) = Seen(log, "llm_cache_hit", []);
        (bool call, string callSeen) = Seen(log, "llm_call_ok", ["RequestId", "LatencySeconds"]);
        return new TextTable(
            ["", "checkpoint", "seen"],
            [[Mark(hit), "one cache hit event", hitSeen], [Mark(call), "one request line with id and latency", callSeen]],
            [false, false, false],
            widestCell: 200);
    }

    private static string Mark(bool met) => met ? "[ok]" : "[no]";

    private static (bool Met, string Seen) Seen(LogCollector log, string name, string[] wanted)
    {
        IReadOnlyList<LogEntry> named = log.Named(name);
        if (named.Count != 1)
        {
            string others = string.Join(", ", log.Entries.Select(e => e.Name));
            return (false, $"{named.Count} entries named {name} among: {(others.Length == 0 ? "no entries" : others)}");
        }

        LogEntry entry = named[0];
        string[] missing = [.. wanted.Where(w => !IsGood(w, entry.Field(w)?.Value))];
        return missing.Length > 0
            ? (false, $"{name} without {string.Join(" and ", missing)}")
            : (true, string.Join(", ", [name, .. entry.Fields.Where(f => f.Name != "{OriginalFormat}").Select(Text)]));
    }

    private static bool IsGood(string field, object? value) => field switch
    {
        "RequestId" => value is RequestId,
        _ => value is double seconds && double.IsFinite(seconds) && seconds >= 0,
    };

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
                return await call($"req-{Interlocked.Increment(ref calls):000}", request, llm, log);
            }
            catch (NotImplementedException)
            {
                Unfinished = true;
                throw;
            }
        }
    }

    // The course's own, so that the checkpoint says nothing about the learner's cache.
    private sealed class DictionaryCache : ILlmCache
    {
        private readonly Dictionary<string, string> entries = new(StringComparer.Ordinal);

        public string? Get(string key) => entries.GetValueOrDefault(key);

        public void Set(string key, string value) => entries[key] = value;
    }
}
