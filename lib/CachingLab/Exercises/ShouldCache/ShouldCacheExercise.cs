using CachingLab.Exams;
using CachingLab.Exercises.Functions;

namespace CachingLab.Exercises.ShouldCache;

/// <summary>What must never be cached?</summary>
public static class ShouldCacheExercise
{
    private const string Function = "ShouldCache";
    private const double LeastPlain = 0.1;
    internal const string ZeroId = "zero-temperature";

    public static Exercise<IFunction<LlmRequest, bool>> Exercise { get; } = new("should-cache", "The cache policy", "06-cache-policy", Function,
    [
        new(ZeroId, "A short request at temperature 0.0 is cached", PolicyRequirements.ZeroAsync,
            "At which temperature does a model give its most likely answer, again and again?",
            "Both conditions must hold at once: the temperature, and the length.",
            "return request.Temperature == 0.0 && length <= 10_000;"),
        new("negative-zero", "Temperature -0.0 is zero", PolicyRequirements.NegativeZeroAsync,
            "Is -0.0 equal to 0.0?",
            "== says that they are equal. Their texts and their bits differ.",
            "request.Temperature == 0.0 is true for both zeros: compare the numbers, not what they look like.")
        { After = [ZeroId] },
        new("other-temperatures", "A request at a positive temperature is not cached",
            (policy, exam) => PolicyRequirements.TemperaturesAsync(policy, exam, t => t >= LeastPlain && double.IsFinite(t)),
            "Someone who asks for temperature 0.7 wants variety. What does a cache give?",
            "Every temperature above zero samples: also low ones, and 1.0, the usual default.",
            "Compare with zero and with nothing else: request.Temperature == 0.0 lets no positive number in."),
        new("odd-temperatures", "Nearly zero, negative and endless temperatures are not zero",
            (policy, exam) => PolicyRequirements.TemperaturesAsync(policy, exam, t => t != 0.0 && !(t >= LeastPlain && double.IsFinite(t))),
            "Which numbers pass your test besides zero? Think of small ones, negative ones, and those that are no numbers.",
            "A tolerance, a rounding, <= or a negated comparison lets some in: !(t > 0) is true for NaN.",
            "request.Temperature == 0.0 is false for each of them."),
        new("limit-is-included", "Exactly 10,000 characters are still cached", PolicyRequirements.LimitAsync,
            "At most 10,000: is 10,000 in or out?",
            "Count the system prompt and the user prompt, and nothing else.",
            "request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000")
        { After = [ZeroId] },
        new("over-the-limit", "More than 10,000 characters are not cached", PolicyRequirements.OverAsync,
            "Where in your code does the length of a request get to say no?",
            "The counterexample says how long the request was. At most 10,000 characters may pass, so 10,001 are too many by one.",
            "request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000"),
        new("both-prompts-count", "The system prompt and the user prompt count together", PolicyRequirements.BothAsync,
            "The model reads both prompts. Which one does your length leave out?",
            "Two prompts of 6,000 characters are 12,000 together.",
            "Add the lengths first, compare the sum once: request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000"),
        new("chars-not-bytes", "Length is C#'s Length, not bytes and not visible characters", PolicyRequirements.CharsAsync,
            "What is \"\\ud83d\\ude00\".Length, and how many bytes does it take?",
            "Bytes depend on the encoding, and what a reader sees as one character can be several chars. The contract counts chars.",
            "Use string.Length: not Encoding.UTF8.GetByteCount, not StringInfo, not EnumerateRunes.")
        { After = [ZeroId] },
    ])
    {
        AnswerMinutes = 2,
        Place = 1,
        FirstStep = "Write the question about the temperature first, as one comparison. "
            + "Then add the question about the length of both prompts.",
    };
}
