namespace CachingLab.Exercises.Calls;

/// <summary>Reduces a failing value for as long as it still fails, so that only what matters is left.</summary>
internal static class Shrinker
{
    /// <param name="simpler">The simpler candidates, the simplest first. One that equals the value is skipped.</param>
    /// <param name="fails">Whether a candidate fails in the same way.</param>
    /// <param name="mostTrials">The number of candidates to try before the smallest one found so far is returned.</param>
    public static async Task<T> OfAsync<T>(T failing, Func<T, IEnumerable<T>> simpler, Func<T, Task<bool>> fails, int mostTrials = 100)
    {
        for (bool smaller = true; smaller;)
        {
            smaller = false;
            foreach (T candidate in simpler(failing).Where(c => !Equals(c, failing)))
            {
                if (mostTrials-- <= 0)
                    return failing;
                if (!await fails(candidate))
                    continue;
                (failing, smaller) = (candidate, true);
                break;
            }
        }

        return failing;
    }

    /// <summary>Simpler texts: a simple one, each half, and the text without its last character.</summary>
    public static IEnumerable<string> Texts(string text, string simple)
    {
        if (text == simple || text.Length <= 1)
            return [];
        int half = char.IsLowSurrogate(text[text.Length / 2]) ? (text.Length / 2) - 1 : text.Length / 2;
        return half == 0 ? [simple] : [simple, text[..half], text[half..], text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)]];
    }

    /// <summary>Simpler copies of a request.</summary>
    /// <param name="simple">The request that supplies the simplest fields.</param>
    public static IEnumerable<LlmRequest> Requests(LlmRequest request, LlmRequest simple) =>
    [
        simple,
        new LlmRequest(request.Model, request.SystemPrompt, request.UserPrompt, request.Temperature),
        request with { Temperature = simple.Temperature },
        .. Texts(request.Model, simple.Model).Select(t => request with { Model = t }),
        .. Texts(request.SystemPrompt, simple.SystemPrompt).Select(t => request with { SystemPrompt = t }),
        .. Texts(request.UserPrompt, simple.UserPrompt).Select(t => request with { UserPrompt = t }),
    ];
}
