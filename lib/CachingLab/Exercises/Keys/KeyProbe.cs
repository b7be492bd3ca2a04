using System.Diagnostics;
using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Asks a key function for keys, compares them, and prepares the counterexample.</summary>
internal sealed class KeyProbe(IKeyMaker maker, Exam exam, Func<LlmRequest, string> call)
{
    private static readonly TimeSpan SeriesTime = TimeSpan.FromSeconds(1.5);
    private const int RequestsAtOnce = 1_000;
    private const int CharactersAtOnce = 400_000;

    public Exam Exam => exam;

    /// <param name="function">The function's name in the notebook.</param>
    public KeyProbe(IKeyMaker maker, Exam exam, string function)
        : this(maker, exam, request => $"{function}({RequestText.Of(request)})")
    {
    }

    public string Call(LlmRequest request) => call(request);

    public string Shown(LlmRequest request) => $"Got.Value({Call(request)});";

    public string Shown(LlmRequest first, LlmRequest second) => $"Got.Keys(\n    {Call(first)},\n    {Call(second)});";

    /// <summary>Tells the exam that the key of this request is checked next.</summary>
    public void Try(LlmRequest request) => exam.Try(() => Shown(request), () => Call(request));

    public Task<IReadOnlyList<string?>> KeysAsync(params IReadOnlyList<LlmRequest> requests) =>
        TriedAsync(maker.MakeKeysAsync(requests, cancellationToken: exam.CancellationToken).As(requests.Count), at => requests[at]);

    public Task MustDifferAsync(LlmRequest first, LlmRequest second, string tried) => MustDifferAsync([new KeyFamily(tried, [first, second])]);

    /// <summary>Fails the requirement at the first two of a family that share a key.</summary>
    public async Task MustDifferAsync(IEnumerable<KeyFamily> families)
    {
        if (await SameAsync(families) is not { } same)
            return;
        string? key = (await KeysAsync(same.First))[0];
        throw exam.Unmet(same.Tried, GotText.Keys(key, key), "two keys", Shown(same.First, same.Second));
    }

    /// <summary>The digests of a series' keys, in order, within a time limit: a slow function is asked less.</summary>
    public async Task<IReadOnlyList<long>> DigestsAsync(KeySeries series)
    {
        var all = new List<long>(series.Count);
        long start = Stopwatch.GetTimestamp();
        foreach (KeySeries part in series.Parts().TakeWhile(_ => Stopwatch.GetElapsedTime(start) < SeriesTime))
        {
            all.AddRange(await TriedAsync(maker.DigestsAsync(part, exam.CancellationToken).As(part.Count), at => series.Request(part.Start + at)));

            // When no key has a valid length, more keys show nothing new.
            if (all.TrueForAll(d => d == KeyDigest.Unfit))
                break;
        }

        return all;
    }

    /// <summary>Two requests of a series that share a key, or null. Another requirement checks keys of an invalid length.</summary>
    public async Task<KeyPair?> SameAsync(KeySeries series) => FindSame(series, await DigestsAsync(series));

    /// <summary>Two requests of a series whose keys have the same digest, or null.</summary>
    public static KeyPair? FindSame(KeySeries series, IReadOnlyList<long> digests)
    {
        var numbers = new Dictionary<long, int>(digests.Count);
        foreach ((int i, long digest) in digests.Index().Where(d => d.Item != KeyDigest.Unfit))
        {
            if (!numbers.TryAdd(digest, i))
                return new KeyPair(series.Request(series.Start + numbers[digest]), series.Request(series.Start + i), "");
        }

        return null;
    }

    /// <summary>The first two requests of a family that share a key, reduced as far as possible, or null. Asks for many keys at a time.</summary>
    public async Task<KeyPair?> SameAsync(IEnumerable<KeyFamily> families)
    {
        foreach (IReadOnlyList<KeyFamily> part in Parts(families))
        {
            IReadOnlyList<string?> keys = await KeysAsync([.. part.SelectMany(f => f.Requests)]);
            int next = 0;
            foreach (KeyFamily family in part)
            {
                var known = new Dictionary<string, LlmRequest>(StringComparer.Ordinal);
                foreach (LlmRequest request in family.Requests)
                {
                    string? key = keys[next++];
                    if (known.TryAdd(key ?? "", request) || known[key ?? ""] == request)
                        continue;
                    (LlmRequest first, LlmRequest second) = await new KeyShrinker(this).SmallestAsync(known[key ?? ""], request);
                    return new KeyPair(first, second, family.Tried(first, second));
                }
            }
        }

        return null;
    }

    public async Task MustAgreeAsync(LlmRequest first, LlmRequest second, string tried)
    {
        IReadOnlyList<string?> keys = await KeysAsync(first, second);
        if (keys[0] != keys[1])
            throw exam.Unmet(tried, GotText.Keys(keys[0], keys[1]), "one key", Shown(first, second));
    }

    /// <summary>The fields that the key depends on at all: only these are worth finer checks.</summary>
    /// <exception cref="NotRunException">The key depends on none of the fields.</exception>
    public async Task<IReadOnlyList<RequestField>> CountingAsync(LlmRequest sample, IEnumerable<RequestField> fields)
    {
        string head = new('a', 60);
        RequestField[] asked = [.. fields];
        IReadOnlyList<string?> keys = await KeysAsync([.. asked.SelectMany(f => new[] { f.Put(sample, head + "one"), f.Put(sample, head + "two") })]);
        RequestField[] counting = [.. asked.Where((_, i) => keys[2 * i] != keys[(2 * i) + 1])];
        return counting.Length > 0 ? counting : throw new NotRunException("judged once changing a field changes the key");
    }

    private async Task<IReadOnlyList<T>> TriedAsync<T>(Task<IReadOnlyList<T>> asking, Func<int, LlmRequest> at)
    {
        try
        {
            return await asking;
        }
        catch (AnswerException e)
        {
            Try(at(e.At));
            throw;
        }
    }

    private static IEnumerable<IReadOnlyList<KeyFamily>> Parts(IEnumerable<KeyFamily> families)
    {
        var part = new List<KeyFamily>();
        (int requests, int characters) = (0, 0);
        foreach (KeyFamily family in families)
        {
            part.Add(family);
            requests += family.Requests.Count;
            characters += family.Requests.Sum(r => r.Model.Length + r.SystemPrompt.Length + r.UserPrompt.Length);
            if (requests < RequestsAtOnce && characters < CharactersAtOnce)
                continue;
            yield return part;
            part = [];
            (requests, characters) = (0, 0);
        }

        if (part.Count > 0)
            yield return part;
    }
}
