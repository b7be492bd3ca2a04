using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using CachingLab.Exercises.Functions;

namespace CachingLab.Exercises.ShouldCache;

/// <summary>Asks a policy about many requests together. A wrong verdict is shown with the simplest request that gets it.</summary>
internal sealed class PolicyTrials(IFunction<LlmRequest, bool> policy, Exam exam)
{
    private const string Function = "ShouldCache";
    private static readonly LlmRequest Simple = new("demo", "Be brief.", "Hello");

    public Task<IReadOnlyList<bool>> AskAsync(params IReadOnlyList<LlmRequest> requests) =>
        policy.AskAsync(exam, r => $"{Function}({RequestText.Of(r)})", requests);

    /// <summary>Fails the requirement when a request gets another verdict.</summary>
    /// <param name="tried">Describes a request in words.</param>
    /// <param name="belongs">Whether a simpler request is still this requirement's matter.</param>
    public async Task ExpectAsync(IReadOnlyList<LlmRequest> requests, bool expected, Func<LlmRequest, string> tried, Func<LlmRequest, bool> belongs)
    {
        IReadOnlyList<bool> verdicts = await AskAsync(requests);
        int at = Enumerable.Range(0, requests.Count).FirstOrDefault(i => verdicts[i] != expected, -1);
        if (at < 0)
            return;
        LlmRequest smallest = await Shrinker.OfAsync(requests[at], r => Simpler(r).Where(belongs), async r => (await AskAsync(r))[0] != expected);
        bool got = (await AskAsync(smallest))[0];
        throw exam.Unmet(tried(smallest), got ? "true" : "false", expected ? "true" : "false");
    }

    private static IEnumerable<LlmRequest> Simpler(LlmRequest request) =>
    [
        .. Shrinker.Requests(request, Simple with { Temperature = request.Temperature }),
        request with { SystemPrompt = new string('s', request.SystemPrompt.Length), UserPrompt = new string('u', request.UserPrompt.Length) },
        request with { SystemPrompt = "", UserPrompt = new string('u', request.SystemPrompt.Length + request.UserPrompt.Length) },
    ];
}
