using System.Diagnostics;
using System.Numerics;
using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Asks a key function for keys and compares them, with the counterexample ready in case.</summary>
/// <param name="maker">The learner's key function.</param>
/// <param name="exam">The exam.</param>
/// <param name="function">The function's name in the notebook.</param>
internal sealed class KeyProbe(IKeyMaker maker, Exam exam, string function)
{
    private static readonly TimeSpan SeriesTime = TimeSpan.FromSeconds(1.5);
    private const int RequestsAtOnce = 1_000;
    private const int CharactersAtOnce = 400_000;

    public Exam Exam => exam;

    /// <summary>The call as C#.</summary>
    public string Call(LlmRequest request) => $"{function}({RequestText.Of(request)})";

    /// <summary>The call as C# that prints the key.</summary>
    public string Shown(LlmRequest request) => $"Got.Value({Call(request)});";

    /// <summary>The calls as C# that prints both keys.</summary>
    public string Shown(LlmRequest first, LlmRequest second) => $"Got.Keys(\n    {Call(first)},\n    {Call(second)});";

    /// <summary>Says that the key of this request is about to be looked at.</summary>
    public void Try(LlmRequest request) => exam.Try(() => Shown(request), () => Call(request));

    /// <summary>The keys of the requests, in order.</summary>
    public Task<IReadOnlyList<string?>> KeysAsync(params IReadOnlyList<LlmRequest> requests) =>
        TriedAsync(maker.MakeKeysAsync(requests, cancellationToken: exam.CancellationToken).As(requests.Count), at => requests[Math.Clamp(at, 0, requests.Count - 1)]);

    /// <summary>
    /// Fails the requirement when two requests of a series share a key, as far as it comes in its time: a slow function is asked less. That keys are too
    /// short or too long is another requirement's matter.
    /// </summary>
    public async Task MustDifferAsync(KeySeries series, string tried)
    {
        var numbers = new Dictionary<ulong, int>(series.Count);
        long start = Stopwatch.GetTimestamp();
        foreach (KeySeries part in series.Parts().TakeWhile(_ => Stopwatch.GetElapsedTime(start) < SeriesTime))
        {
            IReadOnlyList<string?> keys = await TriedAsync(
                maker.MakeKeysAsync(part, exam.CancellationToken).As(part.Count), at => series.Request(part.Start + Math.Clamp(at, 0, part.Count - 1)));
            if (!keys.All(SafeKeys.HasFitLength))
                return;
            for (int i = 0; i < keys.Count; i++)
            {
                ulong key = Digest(keys[i]!);
                if (numbers.TryAdd(key, part.Start + i))
                    continue;
                (LlmRequest first, LlmRequest second) = (series.Request(numbers[key]), series.Request(part.Start + i));
                await MustDifferAsync(first, second, tried);
            }
        }
    }

    /// <summary>Fails the requirement when two different requests share a key.</summary>
    public Task MustDifferAsync(LlmRequest first, LlmRequest second, string tried) => MustDifferAsync([new KeyFamily(tried, [first, second])]);

    /// <summary>Fails the requirement at the first two of a family that share a key; asks for many keys at a time.</summary>
    public async Task MustDifferAsync(IEnumerable<KeyFamily> families)
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
                    throw Same(first, second, (await KeysAsync(first))[0], family.Tried(first, second));
                }
            }
        }
    }

    /// <summary>Fails the requirement when two equal requests have different keys.</summary>
    public async Task MustAgreeAsync(LlmRequest first, LlmRequest second, string tried)
    {
        IReadOnlyList<string?> keys = await KeysAsync(first, second);
        if (keys[0] != keys[1])
            throw exam.Unmet(tried, GotText.Keys(keys[0], keys[1]), "one key", Shown(first, second));
    }

    /// <summary>Whether the two requests have different keys.</summary>
    public async Task<bool> TellsApartAsync(LlmRequest first, LlmRequest second)
    {
        IReadOnlyList<string?> keys = await KeysAsync(first, second);
        return keys[0] != keys[1];
    }

    /// <summary>The fields whose text the key depends on at all, so that finer questions about them make sense.</summary>
    /// <exception cref="NotRunException">It depends on none.</exception>
    public async Task<IReadOnlyList<RequestField>> CountingAsync(LlmRequest sample, IEnumerable<RequestField> fields)
    {
        string head = new('a', 60);
        RequestField[] asked = [.. fields];
        IReadOnlyList<string?> keys = await KeysAsync([.. asked.SelectMany(f => new[] { f.Put(sample, head + "one"), f.Put(sample, head + "two") })]);
        RequestField[] counting = [.. asked.Where((_, i) => keys[2 * i] != keys[(2 * i) + 1])];
        return counting.Length > 0 ? counting : throw new NotRunException("judged once changing a field changes the key");
    }

    private async Task<IReadOnlyList<string?>> TriedAsync(Task<IReadOnlyList<string?>> asking, Func<int, LlmRequest> at)
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

    // In place of the key itself, which takes more memory than it is worth: those with the same digest are compared.
    private static ulong Digest(string key)
    {
        ulong digest = (ulong)key.Length;
        foreach (char c in key)
            digest = (BitOperations.RotateLeft(digest, 23) ^ c) * 0x9E37_79B9_7F4A_7C15;
        return digest;
    }

    private UnmetException Same(LlmRequest first, LlmRequest second, string? key, string tried) =>
        exam.Unmet(tried, GotText.Keys(key, key), "two keys", Shown(first, second));

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
