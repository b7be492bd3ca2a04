namespace CachingLab.Exercises.Keys;

/// <summary>Shorter ways to ask a key function.</summary>
public static class KeyMakerExtensions
{
    /// <summary>The key of one request.</summary>
    /// <param name="culture">A culture's name; empty for the invariant one.</param>
    public static async Task<string?> MakeKeyAsync(
        this IKeyMaker maker, LlmRequest request, string culture = "", CancellationToken cancellationToken = default) =>
        (await maker.MakeKeysAsync([request], culture, cancellationToken))[0];
}
