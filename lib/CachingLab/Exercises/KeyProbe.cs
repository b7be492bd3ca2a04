using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>Asks a key function for keys and compares them, with the counterexample ready in case.</summary>
/// <param name="maker">The learner's key function.</param>
/// <param name="exam">The exam.</param>
/// <param name="function">The function's name in the notebook.</param>
internal sealed class KeyProbe(IKeyMaker maker, Exam exam, string function)
{
    private const int PairsAtOnce = 250;
    private const int CharactersAtOnce = 400_000;

    public Exam Exam => exam;

    /// <summary>The call as C#.</summary>
    public string Call(LlmRequest request) => $"{function}({RequestText.Of(request)})";

    /// <summary>The call as C# that prints the key.</summary>
    public string Shown(LlmRequest request) => $"Got.Value({Call(request)});";

    /// <summary>Says that the key of this request is about to be looked at.</summary>
    public void Try(LlmRequest request) => exam.Try(() => Shown(request), () => Call(request));

    /// <summary>The keys of the requests, in order.</summary>
    public async Task<IReadOnlyList<string?>> KeysAsync(params IReadOnlyList<LlmRequest> requests)
    {
        try
        {
            return await maker.MakeKeysAsync(requests, cancellationToken: exam.CancellationToken);
        }
        catch (AnswerException e)
        {
            Try(requests[Math.Clamp(e.At, 0, requests.Count - 1)]);
            throw;
        }
    }

    /// <summary>Fails the requirement when two different requests share a key.</summary>
    public Task MustDifferAsync(LlmRequest first, LlmRequest second, string tried) => MustDifferAsync([new KeyPair(first, second, tried)]);

    /// <summary>Fails the requirement at the first pair that shares a key; asks for many keys at a time.</summary>
    public async Task MustDifferAsync(IEnumerable<KeyPair> pairs)
    {
        foreach (IReadOnlyList<KeyPair> part in Parts(pairs))
        {
            LlmRequest[] requests = [.. part.SelectMany(p => new[] { p.First, p.Second }).Distinct<LlmRequest>(ReferenceEqualityComparer.Instance)];
            var keys = requests.Zip(await KeysAsync(requests)).ToDictionary(p => (object)p.First, p => p.Second, ReferenceEqualityComparer.Instance);
            foreach ((LlmRequest first, LlmRequest second, string tried) in part)
            {
                if (keys[first] == keys[second])
                    throw exam.Unmet(tried, GotText.Keys(keys[first], keys[second]), "two keys", Comparison(first, second));
            }
        }
    }

    /// <summary>Fails the requirement when two equal requests have different keys.</summary>
    public async Task MustAgreeAsync(LlmRequest first, LlmRequest second, string tried)
    {
        IReadOnlyList<string?> keys = await KeysAsync(first, second);
        if (keys[0] != keys[1])
            throw exam.Unmet(tried, GotText.Keys(keys[0], keys[1]), "one key", Comparison(first, second));
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
        RequestField[] asked = [.. fields];
        IReadOnlyList<string?> keys = await KeysAsync([.. asked.SelectMany(f => new[] { f.Put(sample, "one"), f.Put(sample, "two") })]);
        RequestField[] counting = [.. asked.Where((_, i) => keys[2 * i] != keys[(2 * i) + 1])];
        return counting.Length > 0 ? counting : throw new NotRunException("judged once changing a field changes the key");
    }

    private static IEnumerable<IReadOnlyList<KeyPair>> Parts(IEnumerable<KeyPair> pairs)
    {
        var part = new List<KeyPair>();
        int characters = 0;
        foreach (KeyPair pair in pairs)
        {
            part.Add(pair);
            characters += Length(pair.First) + Length(pair.Second);
            if (part.Count < PairsAtOnce && characters < CharactersAtOnce)
                continue;
            yield return part;
            part = [];
            characters = 0;
        }

        if (part.Count > 0)
            yield return part;
    }

    private static int Length(LlmRequest request) => request.SystemPrompt.Length + request.UserPrompt.Length;

    private string Comparison(LlmRequest first, LlmRequest second) => $"Got.Keys(\n    {Call(first)},\n    {Call(second)});";
}
