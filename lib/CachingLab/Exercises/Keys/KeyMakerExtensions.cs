using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>Shorter ways to ask a key function.</summary>
public static class KeyMakerExtensions
{
    /// <summary>The key of one request.</summary>
    /// <param name="maker">The key function.</param>
    /// <param name="request">The request.</param>
    /// <param name="culture">A culture's name; empty for the invariant one.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    public static async Task<string?> MakeKeyAsync(
        this IKeyMaker maker, LlmRequest request, string culture = "", CancellationToken cancellationToken = default) =>
        (await maker.MakeKeysAsync([request], culture, cancellationToken))[0];
}
