using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;

namespace CachingLab.Exercises.Keys;

/// <summary>A learner's key function in this process.</summary>
/// <param name="makeKey">The function.</param>
public sealed class LocalKeyMaker(Func<LlmRequest, string> makeKey) : IKeyMaker, IFromCell
{
    Module IFromCell.Cell => makeKey.Method.Module;

    public Task<IReadOnlyList<string?>> MakeKeysAsync(
        IReadOnlyList<LlmRequest> requests, string culture = "", CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<string?>>(() => Cultures.During(culture, () => Keys(requests)), cancellationToken).WaitAsync(cancellationToken);

    private List<string?> Keys(IReadOnlyList<LlmRequest> requests)
    {
        var keys = new List<string?>(requests.Count);
        try
        {
            foreach (LlmRequest request in requests)
                keys.Add(makeKey(request));
        }
        catch (Exception e)
        {
            throw new AnswerException(e) { At = keys.Count };
        }

        return keys;
    }
}
