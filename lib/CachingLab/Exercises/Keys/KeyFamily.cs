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

    /// <summary>The first of them with each other one.</summary>
    public IEnumerable<KeyPair> Pairs() => Requests.Skip(1).Select(r => new KeyPair(Requests[0], r, Tried(Requests[0], r)));
}
