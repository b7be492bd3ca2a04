using CachingLab.Doors;
using CachingLab.Exams;

namespace CachingLab.Tests.Exercises;

/// <summary>A key function here, and what it would be in another process.</summary>
internal sealed class TwoProcessKeyMaker(Func<LlmRequest, string> here, Func<LlmRequest, string>? there = null) : IKeyMaker
{
    private readonly LocalKeyMaker local = new(here);

    public Task<IReadOnlyList<string?>> MakeKeysAsync(
        IReadOnlyList<LlmRequest> requests, string culture = "", CancellationToken cancellationToken = default) =>
        local.MakeKeysAsync(requests, culture, cancellationToken);

    public Task<IKeyMaker?> InAnotherProcessAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IKeyMaker?>(new LocalKeyMaker(there ?? here));
}
