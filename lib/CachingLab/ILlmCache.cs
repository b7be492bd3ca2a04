namespace CachingLab;

/// <summary>A store of answers by key.</summary>
public interface ILlmCache
{
    /// <summary>The answer stored under <paramref name="key"/>, or null when there is none.</summary>
    /// <param name="key">A cache key; compared character by character.</param>
    string? Get(string key);

    /// <summary>Stores <paramref name="value"/> under <paramref name="key"/>, in place of what was there.</summary>
    /// <param name="key">A cache key; compared character by character.</param>
    /// <param name="value">The answer to remember; the empty string is an answer.</param>
    void Set(string key, string value);
}
