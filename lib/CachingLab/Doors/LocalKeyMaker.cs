using CachingLab.Exams;

namespace CachingLab.Doors;

/// <summary>A learner's key function in this process.</summary>
/// <param name="makeKey">The function.</param>
public sealed class LocalKeyMaker(Func<LlmRequest, string> makeKey) : IKeyMaker
{
    public Task<string?> MakeKeyAsync(LlmRequest request, string culture = "", CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync<string?>(() => Cultures.During(culture, () => makeKey(request)), cancellationToken);

    public Task<IKeyMaker?> InAnotherProcessAsync(CancellationToken cancellationToken = default) => Task.FromResult<IKeyMaker?>(null);
}
