using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>What must never be cached?</summary>
public static class ShouldCacheExercise
{
    private const string Function = "ShouldCache";
    private const string ZeroId = "zero-temperature";
    private const int Limit = 10_000;
    private const string Emoji = "\ud83d\ude00";

    private static readonly LlmRequest Short = new("demo", "Be brief.", "Hello");

    public static Exercise<ICachePolicy> Exercise { get; } = new("should-cache", "The cache policy", "06-cache-policy", Function,
    [
        new(ZeroId, "A short request at temperature 0.0 is cached", async (policy, exam) =>
        {
            await ExpectAsync(policy, exam, Short, true, "a short request at temperature 0.0");
            await ExpectAsync(policy, exam, Short with { UserPrompt = $"What is {exam.Word()}?" }, true, "a short request at temperature 0.0");
        })
        {
            Hints =
            [
                "At which temperature does a model give its most likely answer, again and again?",
                "Both conditions must hold at once: the temperature, and the length.",
                "return request.Temperature == 0.0 && length <= 10_000;",
            ],
        },
        new("negative-zero", "Temperature -0.0 is zero", (policy, exam) =>
            ExpectAsync(policy, exam, Short with { Temperature = -0.0 }, true, "temperature -0.0"))
        {
            After = [ZeroId],
            Hints =
            [
                "Is -0.0 equal to 0.0?",
                "== says that they are equal. Their texts and their bits differ.",
                "request.Temperature == 0.0 is true for both zeros: compare the numbers, not what they look like.",
            ],
        },
        new("other-temperatures", "A request at a positive temperature is not cached", async (policy, exam) =>
        {
            foreach (double temperature in (double[])[0.7, 1.0, 0.1, 2.0, 0.1 + (exam.Random.Next(1, 2_000) / 1_000.0)])
                await ExpectAsync(policy, exam, Short with { Temperature = temperature }, false, $"temperature {CodeText.Literal(temperature)}");
            await ExpectAsync(policy, exam, Sized(0, 20 * Limit) with { Temperature = 0.7 }, false, $"temperature 0.7 and {20 * Limit:N0} characters");
        })
        {
            Hints =
            [
                "Someone who asks for temperature 0.7 wants variety. What does a cache give?",
                "Every temperature above zero samples: also low ones, and 1.0, the usual default.",
                "Compare with zero and with nothing else: request.Temperature == 0.0 lets no positive number in.",
            ],
        },
        new("odd-temperatures", "Nearly zero, negative and endless temperatures are not zero", async (policy, exam) =>
        {
            foreach (double temperature in (double[])
                [1e-9, -1.0, double.NaN, double.Epsilon, -1e-9, double.PositiveInfinity, double.NegativeInfinity, -exam.Random.NextDouble() - 0.001])
                await ExpectAsync(policy, exam, Short with { Temperature = temperature }, false, $"temperature {CodeText.Literal(temperature)}");
        })
        {
            Hints =
            [
                "Which numbers pass your test besides zero? Think of small ones, negative ones, and those that are no numbers.",
                "A tolerance, a rounding, <= or a negated comparison lets some in: !(t > 0) is true for NaN.",
                "request.Temperature == 0.0 is false for each of them.",
            ],
        },
        new("limit-is-included", "Exactly 10,000 characters are still cached", async (policy, exam) =>
        {
            foreach (int system in (int[])[0, 1, 5_000, Limit, exam.Random.Next(Limit)])
                await ExpectAsync(policy, exam, Sized(system, Limit - system), true, $"{system:N0} + {Limit - system:N0} characters");
            await ExpectAsync(policy, exam, Sized(4_000, 5_999), true, "4,000 + 5,999 characters");
        })
        {
            After = [ZeroId],
            Hints =
            [
                "At most 10,000: is 10,000 in or out?",
                "Count the system prompt and the user prompt, and nothing else.",
                "request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000",
            ],
        },
        new("over-the-limit", "More than 10,000 characters are not cached", async (policy, exam) =>
        {
            foreach (int length in (int[])[Limit + 1, exam.Random.Next(Limit + 2, 20 * Limit)])
            {
                if (!await RefusesOneAsync(policy, exam, length))
                    throw exam.Unmet($"a prompt of {length:N0} characters", "true", "false");
            }
        })
        {
            Hints =
            [
                "Where in your code does the length of a request get to say no?",
                "The counterexample says how long the request was. At most 10,000 characters may pass, so 10,001 are too many by one.",
                "request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000",
            ],
        },
        new("both-prompts-count", "The system prompt and the user prompt count together", BothAsync)
        {
            Hints =
            [
                "The model reads both prompts. Which one does your length leave out?",
                "Two prompts of 6,000 characters are 12,000 together.",
                "Add the lengths first, compare the sum once: request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000",
            ],
        },
        new("chars-not-bytes", "Length is C#'s Length, not bytes and not visible characters", async (policy, exam) =>
        {
            await ExpectAsync(policy, exam, Short with { SystemPrompt = "", UserPrompt = new string('\u00e9', Limit - 100) }, true, "9,900 letters that take two bytes each");
            await ExpectAsync(policy, exam, Short with { SystemPrompt = "", UserPrompt = Repeated((Limit / 2) - 50) }, true, "4,950 emoji, a Length of 9,900");
            if (await AskAsync(policy, exam, Sized(0, 2 * (Limit - 1))))
                return;
            await ExpectAsync(policy, exam, Short with { SystemPrompt = "", UserPrompt = new string('u', Limit) + new string(' ', Limit - 2) }, false, "10,000 letters and 9,998 spaces");
            await ExpectAsync(policy, exam, Short with { SystemPrompt = "", UserPrompt = string.Concat(Enumerable.Repeat("e\u0301", Limit - 1)) }, false, "9,999 letters with an accent after each, a Length of 19,998");
            await ExpectAsync(policy, exam, Short with { SystemPrompt = "", UserPrompt = Repeated(Limit - 1) }, false, "9,999 emoji, a Length of 19,998");
        })
        {
            After = [ZeroId],
            Hints =
            [
                "What is \"\\ud83d\\ude00\".Length, and how many bytes does it take?",
                "Bytes depend on the encoding, and what a reader sees as one character can be several chars. The contract counts chars.",
                "Use string.Length: not Encoding.UTF8.GetByteCount, not StringInfo, not EnumerateRunes.",
            ],
        },
    ])
    {
        FirstStep = "Write the question about the temperature first, as one comparison. "
            + "Then add the question about the length of both prompts.",
    };

    private static async Task BothAsync(ICachePolicy policy, Exam exam)
    {
        if (!await RefusesOneAsync(policy, exam, 20 * Limit))
            throw Judge.Later(Exercise, "over-the-limit");
        foreach (int system in (int[])[20 * Limit, 0])
            await ExpectAsync(policy, exam, Sized(system, (20 * Limit) - system), false, $"{system:N0} + {(20 * Limit) - system:N0} characters");
        foreach (int system in (int[])[6_000, exam.Random.Next(2_500, 9_500)])
            await ExpectAsync(policy, exam, Sized(system, 12_000 - system), false, $"{system:N0} + {12_000 - system:N0} characters");

        // One character too many, if it is too many in one prompt.
        if (await AskAsync(policy, exam, Sized(Limit + 1, 0)) || await AskAsync(policy, exam, Sized(0, Limit + 1)))
            return;
        foreach (int system in (int[])[1, 5_000, exam.Random.Next(1, Limit)])
            await ExpectAsync(policy, exam, Sized(system, Limit + 1 - system), false, $"{system:N0} + {Limit + 1 - system:N0} characters");
    }

    private static LlmRequest Sized(int system, int user) => new("demo", new string('s', system), new string('u', user));

    private static string Repeated(int count) => string.Concat(Enumerable.Repeat(Emoji, count));

    // A policy that looks at one of the prompts alone is another requirement's matter, so either place will do.
    private static async Task<bool> RefusesOneAsync(ICachePolicy policy, Exam exam, int length) =>
        !await AskAsync(policy, exam, Sized(length, 0)) || !await AskAsync(policy, exam, Sized(0, length));

    private static Task<bool> AskAsync(ICachePolicy policy, Exam exam, LlmRequest request)
    {
        string Call() => $"{Function}({RequestText.Of(request)})";
        exam.Try(() => $"Got.Value({Call()});", Call);
        return policy.ShouldCacheAsync(request, exam.CancellationToken);
    }

    private static async Task ExpectAsync(ICachePolicy policy, Exam exam, LlmRequest request, bool expected, string tried)
    {
        bool got = await AskAsync(policy, exam, request);
        if (got != expected)
            throw exam.Unmet(tried, got ? "true" : "false", expected ? "true" : "false");
    }
}
