using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>Asks a key function for keys and compares them, with the counterexample ready in case.</summary>
/// <param name="maker">The learner's key function.</param>
/// <param name="exam">The exam.</param>
/// <param name="function">The function's name in the notebook.</param>
internal sealed class KeyProbe(IKeyMaker maker, Exam exam, string function)
{
    public Exam Exam => exam;

    /// <summary>The call as C#.</summary>
    public string Call(LlmRequest request) => $"{function}({RequestText.Of(request)})";

    public Task<string?> KeyAsync(LlmRequest request)
    {
        exam.Try(Call(request));
        return maker.MakeKeyAsync(request, cancellationToken: exam.CancellationToken);
    }

    /// <summary>Whether the two requests have different keys.</summary>
    public async Task<bool> TellsApartAsync(LlmRequest first, LlmRequest second) => await KeyAsync(first) != await KeyAsync(second);

    /// <summary>Fails the requirement when two different requests share a key.</summary>
    public async Task MustDifferAsync(LlmRequest first, LlmRequest second, string tried)
    {
        string? key = await KeyAsync(first);
        if (key == await KeyAsync(second))
            throw exam.Unmet(tried, $"the same key {CodeText.Shown(key)} twice", "two keys", Comparison(first, second));
    }

    /// <summary>Fails the requirement when two equal requests have different keys.</summary>
    public async Task MustAgreeAsync(LlmRequest first, LlmRequest second, string tried)
    {
        string? one = await KeyAsync(first);
        string? other = await KeyAsync(second);
        if (one != other)
            throw exam.Unmet(tried, $"{CodeText.Shown(one)} and {CodeText.Shown(other)}", "one key", Comparison(first, second));
    }

    /// <summary>The fields whose text the key depends on at all, so that finer questions about them make sense.</summary>
    /// <exception cref="NotRunException">It depends on none.</exception>
    public async Task<IReadOnlyList<RequestField>> CountingAsync(LlmRequest sample, IEnumerable<RequestField> fields)
    {
        var counting = new List<RequestField>();
        foreach (RequestField field in fields)
        {
            if (await TellsApartAsync(field.Put(sample, "one"), field.Put(sample, "two")))
                counting.Add(field);
        }

        return counting.Count > 0 ? counting : throw new NotRunException("judged once changing a field changes the key");
    }

    private string Comparison(LlmRequest first, LlmRequest second) => $"{Call(first)}\n    == {Call(second)}";
}
