namespace CachingLab.Exercises.Keys;

/// <summary>Texts of which no two are the same.</summary>
/// <param name="How">What two of them differ in, in words.</param>
/// <param name="Texts">The texts.</param>
internal sealed record TextFamily(string How, IReadOnlyList<string> Texts)
{
    /// <summary>One request for each text.</summary>
    public KeyFamily In(RequestField field, LlmRequest sample) =>
        new($"two texts in {field.Name} that differ in {How}", [.. Texts.Distinct(StringComparer.Ordinal).Select(t => field.Put(sample, t))]);
}
