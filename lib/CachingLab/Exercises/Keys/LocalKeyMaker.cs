using System.Reflection;
using CachingLab.Answers;

namespace CachingLab.Exercises.Keys;

/// <summary>A learner's key function in this process.</summary>
public sealed class LocalKeyMaker(Func<LlmRequest, string> makeKey) : IKeyMaker, IFromCell
{
    Module IFromCell.Cell => makeKey.Method.Module;

    public Task<IReadOnlyList<string?>> MakeKeysAsync(
        IReadOnlyList<LlmRequest> requests, string culture = "", CancellationToken cancellationToken = default) =>
        Task.Run(() => Cultures.During(culture, () => LearnerCode.Each<LlmRequest, string?>(requests, makeKey)), cancellationToken).WaitAsync(cancellationToken);
}
