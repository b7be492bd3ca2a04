using CachingLab.Exams;

namespace CachingLab.Exercises.Caches;

/// <summary>One step: a Set, or a Get where there is no value.</summary>
/// <param name="Value">The value to set; null for a Get.</param>
internal sealed record CacheStep(int Instance, string Key, string? Value = null)
{
    /// <summary>Each instance sets the shared keys and one of its own, and is then asked for them. An entry must not turn up in another instance.</summary>
    /// <param name="more">How much longer the values are than a word.</param>
    public static IReadOnlyList<CacheStep> Apart(Exam exam, int instances, int more = 0)
    {
        string[] keys = [exam.Word(), exam.Word()];
        CacheStep[] sets = [.. Enumerable.Range(0, instances).SelectMany(i => keys.Select(k => new CacheStep(i, k, Value())))];
        CacheStep[] own = [.. Enumerable.Range(0, instances).Select(i => new CacheStep(i, exam.Word(), Value()))];
        CacheStep[] others = [.. own.SelectMany(s => Enumerable.Range(0, instances).Where(i => i != s.Instance).Select(i => new CacheStep(i, s.Key)))];
        CacheStep[] gets = [.. sets.Concat(own[1..]).Select(s => s with { Value = null }), .. others];

        // Another instance's misses must not hide an entry.
        CacheStep[] misses = [.. Enumerable.Repeat(new CacheStep(exam.Random.Next(1, instances), own[0].Key), 8), own[0] with { Value = null }];
        sets = [.. sets, .. own];
        exam.Random.Shuffle(sets);
        exam.Random.Shuffle(gets);
        return [.. sets, .. gets, .. misses];

        string Value() => exam.Word(6) + new string('v', more);
    }

    /// <summary>Each key is set by one instance and asked of another. Then it is set to a value of the same length, and to the first one again.</summary>
    public static IReadOnlyList<CacheStep> Together(Exam exam, int instances, int keys)
    {
        var steps = new List<CacheStep>();
        for (int i = 0; i < keys; i++)
        {
            (string key, string one, string two, int reader) = (exam.Word(), exam.Word(), exam.Word(), exam.Random.Next(instances));
            (int writer, int other) = ((reader + 1) % instances, (reader + 2 - (i % 2)) % instances);

            // An instance that remembers its misses must forget them.
            if (i > 0)
                steps.Add(new(reader, key));
            foreach ((int by, string value) in ((int, string)[])[(writer, one), (other, two), (writer, one)])
                steps.AddRange([new(by, key, value), new(reader, key)]);
        }

        return steps;
    }
}

/// <summary>
/// Takes a cache through drawn steps and compares each Get with a dictionary. When they differ, steps and texts are removed for as long as the
/// difference remains, so that the counterexample is small.
/// </summary>
/// <param name="open">Makes the instances of one trial.</param>
/// <param name="shared">Whether the instances have one store: all of them read what one sets.</param>
/// <param name="tried">What a Get tests, in words.</param>
internal sealed class CacheScenario(Exam exam, Func<OpenCache> open, bool shared, string tried)
{
    // Each trial makes a new cache, which takes some milliseconds in a file.
    private const int MostTrials = 120;
    private int trials;

    /// <summary>
    /// Whether every trial has keys of its own. Otherwise a trial could find entries that an earlier one left behind, and steps that are needed would
    /// be removed.
    /// </summary>
    public bool FreshKeys { get; init; }

    /// <summary>Fails the requirement with the smallest steps that show a difference.</summary>
    public async Task CheckAsync(IReadOnlyList<CacheStep> steps)
    {
        if (await TryAsync(steps) is not { } failure)
            return;
        List<CacheStep> left = [.. steps];
        for (int size = left.Count / 2; size > 0; size /= 2)
        {
            for (int at = left.Count - size; at >= 0; at -= size)
            {
                List<CacheStep> fewer = [.. left.Take(at), .. left.Skip(at + size)];
                if (await FailsAsync(fewer, failure))
                    left = fewer;
                at = Math.Min(at, left.Count);
            }
        }

        left = await ShortenAsync(left, failure);
        throw await TryAsync(left) ?? failure;
    }

    private async Task<List<CacheStep>> ShortenAsync(List<CacheStep> steps, Exception failure)
    {
        foreach (string text in steps.SelectMany(s => new[] { s.Key, s.Value ?? "" }).Distinct().Where(t => t.Length > 1))
        {
            string current = text;
            while (Shorter(current) is { } shorter)
            {
                List<CacheStep> changed = [.. steps.Select(s => s with
                {
                    Key = s.Key == current ? shorter : s.Key,
                    Value = s.Value == current ? shorter : s.Value,
                })];
                if (steps.Any(s => s.Key == shorter) || !await FailsAsync(changed, failure))
                    break;
                (steps, current) = (changed, shorter);
            }
        }

        return steps;

        static string? Shorter(string text) => text.Length < 2 ? null
            : char.IsLowSurrogate(text[text.Length / 2]) ? text[..((text.Length / 2) - 1)] : text[..(text.Length / 2)];
    }

    private async Task<bool> FailsAsync(List<CacheStep> steps, Exception failure) =>
        trials++ < MostTrials && (await TryAsync(steps))?.GetType() == failure.GetType();

    // An exception of the learner's code is a difference too; the exam names the call.
    private async Task<Exception?> TryAsync(IReadOnlyList<CacheStep> steps)
    {
        OpenCache make = open();
        var script = new List<string>();
        var instances = new Dictionary<int, CacheTrial>();
        var stores = new Dictionary<(int Store, string Key), string>();
        Dictionary<string, string>? names = FreshKeys ? steps.Select(s => s.Key).Distinct().ToDictionary(k => k, _ => exam.Word()) : null;
        try
        {
            foreach (CacheStep step in steps)
            {
                if (!instances.TryGetValue(step.Instance, out CacheTrial? cache))
                    cache = instances[step.Instance] = await make(step.Instance, script);
                (int store, string key) = (shared ? 0 : step.Instance, names?[step.Key] ?? step.Key);
                if (step.Value is null)
                    await cache.ExpectAsync(key, stores.GetValueOrDefault((store, key)), tried);
                else
                    await cache.SetAsync(key, stores[(store, key)] = step.Value);
            }

            return null;
        }
        catch (UnmetException e)
        {
            return e;
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            return e;
        }
    }
}

/// <summary>Makes the instance of that number. The instances of one trial share a script.</summary>
internal delegate Task<CacheTrial> OpenCache(int number, List<string> script);
