using CachingLab.Answers;
using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>A learner's key function, as the exam sees it.</summary>
public interface IKeyMaker
{
    /// <summary>The keys of <paramref name="requests"/>, made one after another while <paramref name="culture"/> is the current culture.</summary>
    /// <param name="requests">The requests: many at a time because a call may have to cross to another process.</param>
    /// <param name="culture">A culture's name; empty for the invariant one.</param>
    /// <exception cref="AnswerException">The learner's code threw; <see cref="AnswerException.At"/> says for which request.</exception>
    Task<IReadOnlyList<string?>> MakeKeysAsync(
        IReadOnlyList<LlmRequest> requests, string culture = "", CancellationToken cancellationToken = default);

    /// <summary>The digests of the keys of a series of requests, in order, under the invariant culture: see <see cref="KeyDigest"/>.</summary>
    /// <exception cref="AnswerException">The learner's code threw; <see cref="AnswerException.At"/> says for which request, counted from the first.</exception>
    async Task<IReadOnlyList<long>> DigestsAsync(KeySeries series, CancellationToken cancellationToken = default) =>
        [.. (await MakeKeysAsync([.. series.Requests()], cancellationToken: cancellationToken)).Select(k => SafeKeys.HasFitLength(k) ? KeyDigest.Of(k) : KeyDigest.Unfit)];

    /// <summary>The keys of one request whose list a program changes: before, after an example was replaced, and after one was added.</summary>
    /// <param name="request">The request. Its examples are copied to a <see cref="List{T}"/>.</param>
    /// <param name="other">The example that replaces the first one, and is added.</param>
    async Task<IReadOnlyList<string?>> ChangingAsync(ExtendedLlmRequest request, LlmExample other, CancellationToken cancellationToken = default)
    {
        List<LlmExample> examples = [.. request.Examples];
        ExtendedLlmRequest growing = request with { Examples = examples };
        string? before = await KeyAsync();
        examples[0] = other;
        string? replaced = await KeyAsync();
        examples.Add(other);
        return [before, replaced, await KeyAsync()];

        async Task<string?> KeyAsync() => (await MakeKeysAsync([growing], cancellationToken: cancellationToken))[0];
    }
}

/// <summary>A learner's key function in this process.</summary>
public sealed class LocalKeyMaker(Func<LlmRequest, string> makeKey) : IKeyMaker
{
    public Task<IReadOnlyList<string?>> MakeKeysAsync(
        IReadOnlyList<LlmRequest> requests, string culture = "", CancellationToken cancellationToken = default) =>
        Task.Run(() => Cultures.During(culture, () => LearnerCode.Each<LlmRequest, string?>(requests, makeKey)), cancellationToken).WaitAsync(cancellationToken);
}
