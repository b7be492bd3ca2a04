using CachingLab.Answers;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.MayKeep;

/// <summary>A learner's decision in this process.</summary>
/// <param name="mayKeep">The function.</param>
public sealed class LocalKeepPolicy(Func<ChatResponse, bool> mayKeep) : IKeepPolicy
{
    public Task<IReadOnlyList<bool>> MayKeepAsync(IReadOnlyList<KeptResponse> responses, CancellationToken cancellationToken = default) =>
        LearnerCode.EachAsync(responses, r => mayKeep(r.ToResponse()), cancellationToken);
}
