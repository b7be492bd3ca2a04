namespace CachingLab.Exercises.Calls;

/// <summary>A cache that remembers what was set. Public because counterexamples create one.</summary>
public sealed class RecordingCache : ILlmCache
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> missed = new(StringComparer.Ordinal);
    private readonly List<string> values = [];

    /// <summary>The value that Get returns for every key, or null for an ordinary cache.</summary>
    public string? Always { get; init; }

    /// <summary>How long a Set takes, in milliseconds.</summary>
    public int SetMilliseconds { get; init; }

    public IReadOnlyList<string> Values
    {
        get
        {
            lock (gate)
                return [.. values];
        }
    }

    public string? Get(string key)
    {
        lock (gate)
        {
            string? value = Always ?? entries.GetValueOrDefault(key);
            if (value is null)
                missed.Add(key);
            return value;
        }
    }

    /// <summary>A model during whose calls somebody else stores <paramref name="value"/> under every key that was asked for in vain.</summary>
    public ILlmClient Busy(ILlmClient llm, string value) => new BusyClient(this, llm, value);

    /// <summary>Puts a value in the place of each that is there, as another program may.</summary>
    public void Replace(string value)
    {
        lock (gate)
        {
            foreach (string key in entries.Keys)
                entries[key] = value;
        }
    }

    public void Set(string key, string value)
    {
        if (SetMilliseconds > 0)
            Thread.Sleep(SetMilliseconds);
        lock (gate)
        {
            entries[key] = value;
            values.Add(value);
        }
    }

    private void Fill(string value)
    {
        lock (gate)
        {
            foreach (string key in missed)
                entries[key] = value;
        }
    }

    private sealed class BusyClient(RecordingCache cache, ILlmClient inner, string value) : ILlmClient
    {
        public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
        {
            cache.Fill(value);
            return inner.CompleteAsync(request, cancellationToken);
        }
    }
}
