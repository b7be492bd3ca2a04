using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.MayKeep;

/// <summary>A learner's decision in this process.</summary>
/// <param name="mayKeep">The function.</param>
public sealed class LocalKeepPolicy(Func<ChatResponse, bool> mayKeep) : IKeepPolicy, IFromCell
{
    Module IFromCell.Cell => mayKeep.Method.Module;

    public Task<IReadOnlyList<bool>> MayKeepAsync(IReadOnlyList<KeptResponse> responses, CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<bool>>(() => All(responses), cancellationToken).WaitAsync(cancellationToken);

    private List<bool> All(IReadOnlyList<KeptResponse> responses)
    {
        var kept = new List<bool>(responses.Count);
        try
        {
            foreach (KeptResponse response in responses)
                kept.Add(mayKeep(response.ToResponse()));
        }
        catch (Exception e)
        {
            throw new AnswerException(e) { At = kept.Count };
        }

        return kept;
    }
}
