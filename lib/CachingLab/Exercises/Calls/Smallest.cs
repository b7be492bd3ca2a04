namespace CachingLab.Exercises.Calls;

/// <summary>Makes what fails smaller as long as it still fails: what is left is what matters.</summary>
internal static class Smallest
{
    /// <param name="failing">What fails.</param>
    /// <param name="simpler">Simpler ones, the simplest first. One that is the same is left out.</param>
    /// <param name="fails">Whether one fails in the same way.</param>
    /// <param name="mostTrials">After so many questions what is found by then will do.</param>
    public static async Task<T> OfAsync<T>(T failing, Func<T, IEnumerable<T>> simpler, Func<T, Task<bool>> fails, int mostTrials = 100)
    {
        for (bool smaller = true; smaller;)
        {
            smaller = false;
            foreach (T candidate in simpler(failing).Where(c => !Equals(c, failing)).ToArray())
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

    /// <summary>A simple text in its place, or one half of it.</summary>
    public static IEnumerable<string> Texts(string text, string simple)
    {
        if (text == simple || text.Length <= 1)
            return [];
        int half = char.IsLowSurrogate(text[text.Length / 2]) ? (text.Length / 2) - 1 : text.Length / 2;
        return half == 0 ? [simple] : [simple, text[..half], text[half..], text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)]];
    }

    /// <summary>The same request with less in it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="simple">What it is compared with: each field of it will do.</param>
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
