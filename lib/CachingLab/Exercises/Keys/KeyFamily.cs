namespace CachingLab.Exercises.Keys;

/// <summary>Requests no two of which may share a key.</summary>
/// <param name="Tried">What two of them differ in, in words.</param>
/// <param name="Requests">The requests, each different from all others.</param>
internal sealed record KeyFamily(Func<LlmRequest, LlmRequest, string> Tried, IReadOnlyList<LlmRequest> Requests)
{
    public KeyFamily(string tried, IReadOnlyList<LlmRequest> requests)
        : this((_, _) => tried, requests)
    {
    }

    public IEnumerable<KeyPair> Pairs() => Requests.Skip(1).Select(r => new KeyPair(Requests[0], r, Tried(Requests[0], r)));
}

/// <summary>Two requests that must not share a key.</summary>
/// <param name="Tried">What they differ in, in words.</param>
internal sealed record KeyPair(LlmRequest First, LlmRequest Second, string Tried);

/// <summary>Texts of which no two are the same.</summary>
/// <param name="How">What two of them differ in, in words.</param>
internal sealed record TextFamily(string How, IReadOnlyList<string> Texts)
{
    public KeyFamily In(RequestField field, LlmRequest sample) =>
        new($"two texts in {field.Name} that differ in {How}", [.. Texts.Distinct(StringComparer.Ordinal).Select(t => field.Put(sample, t))]);
}
