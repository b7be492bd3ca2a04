using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using CachingLab.Exercises.ExtendedKey;
using CachingLab.Exercises.Functions;

namespace CachingLab.Exercises.ShouldCache;

/// <summary>What a policy decides.</summary>
internal static class PolicyRequirements
{
    private const int Limit = 10_000;
    private const string Emoji = "\ud83d\ude00";

    private static readonly LlmRequest Short = new("demo", "Be brief.", "Hello");

    public static Task ZeroAsync(IFunction<LlmRequest, bool> policy, Exam exam)
    {
        var draws = new DrawnCalls(exam);
        LlmRequest[] requests = [Short, Short with { UserPrompt = $"What is {exam.Word()}?" }, .. Drawn(draws, 60), .. draws.Naming(Short)];
        return new PolicyTrials(policy, exam).ExpectAsync(requests, true, _ => "a short request at temperature 0.0", r => r.Temperature == 0.0);
    }

    public static Task NegativeZeroAsync(IFunction<LlmRequest, bool> policy, Exam exam) => new PolicyTrials(policy, exam).ExpectAsync(
        [.. Drawn(new DrawnCalls(exam), 12).Prepend(Short).Select(r => r with { Temperature = -0.0 })], true, _ => "temperature -0.0", r => double.IsNegative(r.Temperature));

    public static async Task TemperaturesAsync(IFunction<LlmRequest, bool> policy, Exam exam, Func<double, bool> belongs)
    {
        var draws = new DrawnCalls(exam);
        double[] named = [.. exam.Code?.Numbers ?? []];
        double[] near = [.. named.SelectMany(n => new[] { n, -n, n / 10, 1 / n, Math.BitIncrement(n), Math.BitDecrement(n) })];
        double[] drawn = [.. Enumerable.Range(0, 40).Select(i => exam.Random.NextDouble() * Math.Pow(10, (i % 20) - 16) * (i % 3 == 0 ? -1 : 1))];
        double[] usual = [.. Enumerable.Range(1, 21).Select(i => i / 10.0), 0.05, 0.15, 0.25, 0.75, 0.99, 1e300, double.MaxValue, 0.1 + (exam.Random.Next(1, 2_000) / 1_000.0)];
        double[] odd = [1e-9, -1.0, double.NaN, double.Epsilon, -double.Epsilon, -1e-9, 1e-3, 0.01, 0.04, double.PositiveInfinity, double.NegativeInfinity, double.MinValue];
        double[] temperatures = [.. usual.Concat(odd).Concat(near).Concat(drawn).Where(belongs).Distinct()];
        LlmRequest[] plain = [.. temperatures.Select(t => Short with { Temperature = t })];
        LlmRequest[] sizes = [Sized(0, Limit), .. belongs(1.0) ? [Sized(Limit + 1, 0), Sized(0, 20 * Limit)] : Array.Empty<LlmRequest>()];
        LlmRequest[] others = [.. Drawn(draws, 60).Concat(draws.Naming(Short)).Concat(sizes)
            .Select((r, i) => r with { Temperature = temperatures[i % temperatures.Length] })];
        await new PolicyTrials(policy, exam).ExpectAsync(
            [.. plain, .. others],
            false,
            r => $"temperature {CodeText.Literal(r.Temperature)}{(Length(r) > Limit ? $" and {Length(r):N0} characters" : "")}",
            r => belongs(r.Temperature));
    }

    public static Task LimitAsync(IFunction<LlmRequest, bool> policy, Exam exam)
    {
        var draws = new DrawnCalls(exam);
        int[] systems = [0, 1, 5_000, Limit, .. Enumerable.Range(0, 8).Select(_ => exam.Random.Next(Limit))];
        LlmRequest[] full = [.. systems.Select(s => Sized(s, Limit - s))];
        LlmRequest[] less =
        [
            Sized(4_000, 5_999),
            Sized(0, Limit - 1),
            .. Near(exam, Short.SystemPrompt.Length, Limit).SelectMany(n => new[] { Sized(0, n), Sized(n, 0), Sized(n / 2, n - (n / 2)), Sized(Limit - n, n) }),
        ];
        LlmRequest[] drawn = [.. Drawn(draws, 12).Select((r, i) => Padded(r, Limit, i % 2 == 0))];
        return new PolicyTrials(policy, exam).ExpectAsync([.. full, .. less, .. drawn], true, Sizes, r => Length(r) <= Limit && r.Temperature == 0.0);
    }

    public static async Task OverAsync(IFunction<LlmRequest, bool> policy, Exam exam)
    {
        (PolicyTrials trials, DrawnCalls draws) = (new PolicyTrials(policy, exam), new DrawnCalls(exam));
        int[] lengths = [Limit + 1, Limit + 2, exam.Random.Next(Limit + 2, 2 * Limit), exam.Random.Next(2 * Limit, 20 * Limit), .. Near(exam, Limit + 1, 10 * Limit)];
        LlmRequest[] bases = [Short, .. Drawn(draws, 10)];
        (LlmRequest Model, int Length)[] all = [.. lengths.Select(l => (Short, l)), .. bases.Select(b => (b, Limit + 1)), .. bases.Take(3).Select(b => (b, 2 * Limit))];
        IReadOnlyList<bool> cached = await trials.AskAsync([.. all.SelectMany(c => OneSided(c.Model, c.Length))]);
        int at = Enumerable.Range(0, all.Length).FirstOrDefault(i => cached[2 * i] && cached[(2 * i) + 1], -1);
        if (at < 0)
            return;
        (LlmRequest model, int length) = await Shrinker.OfAsync(
            all[at],
            c => [(Short, c.Length), (c.Model, Limit + 1), (c.Model, Limit + ((c.Length - Limit) / 2)), (c.Model, Math.Max(Limit + 1, c.Length - 1))],
            async c => (await trials.AskAsync(OneSided(c.Model, c.Length))) is [true, true]);
        _ = await trials.AskAsync(OneSided(model, length));
        throw exam.Unmet($"a prompt of {length:N0} characters", "true", "false");
    }

    public static async Task BothAsync(IFunction<LlmRequest, bool> policy, Exam exam)
    {
        (PolicyTrials trials, DrawnCalls draws) = (new PolicyTrials(policy, exam), new DrawnCalls(exam));
        if (await trials.AskAsync(OneSided(Short, 20 * Limit)) is [true, true])
            throw ShouldCacheExercise.Exercise.Later("over-the-limit");
        LlmRequest[] longer = [Sized(20 * Limit, 0), Sized(0, 20 * Limit), .. new[] { 6_000, exam.Random.Next(2_500, 9_500) }.Select(s => Sized(s, 12_000 - s))];
        await trials.ExpectAsync(longer, false, Sizes, r => Length(r) >= 12_000);

        // Two prompts that are too long together are judged only where one prompt of that length is refused.
        int[] systems = [1, 5_000, Limit, .. Enumerable.Range(0, 10).Select(_ => exam.Random.Next(1, Limit)), .. Near(exam, 1, Limit)];
        LlmRequest[] both =
        [
            .. systems.Select(s => Sized(s, Limit + 1 - s)),
            .. Drawn(draws, 8).Select(r => Padded(r, Limit + 1, true)),
            .. Drawn(draws, 8).Select(r => Padded(r, Limit + 1, false)),
        ];
        IReadOnlyList<bool> alone = await trials.AskAsync([.. both.SelectMany(r => OneSided(r, Length(r)))]);
        LlmRequest[] judged = [.. both.Where((_, i) => !alone[2 * i] && !alone[(2 * i) + 1])];
        if (judged.Length > 0)
            await trials.ExpectAsync(judged, false, Sizes, r => Length(r) == Limit + 1 && r.SystemPrompt.Length > 0 && r.UserPrompt.Length > 0);
    }

    public static async Task CharsAsync(IFunction<LlmRequest, bool> policy, Exam exam)
    {
        string[] units = ["\u00e9", Emoji, " ", "\n", "\r\n", "\t", "\0", "e\u0301", "\u6f22", "\u200b", "a ", "\u0627", "\"", "\u00ad", "\u0007", "A", "7", "ab", ". "];
        var requests = new List<LlmRequest>();
        foreach (string blank in (string[])[" ", "\n", "\t", "\u00a0", "\0"])
            requests.AddRange([new LlmRequest("demo", Repeated(blank, 5_000), new string('u', 6_000)), new LlmRequest("demo", new string('s', 6_000), Repeated(blank, 5_000))]);
        foreach (string unit in units)
        {
            int plain = exam.Random.Next(3) * 4_000;
            int[] lengths = [exam.Random.Next(2) == 0 ? Limit : Limit - 100, Limit + 2, .. plain == 0 ? [(2 * Limit) - 2] : Array.Empty<int>()];
            requests.AddRange(lengths.Select(l => Short with { SystemPrompt = new string('s', plain), UserPrompt = Repeated(unit, l - plain) }));
        }

        // Another requirement checks the limit with plain letters, so only texts whose plain letters are judged rightly count here.
        var trials = new PolicyTrials(policy, exam);
        LlmRequest[] plains = [.. requests.Select(Plain).Distinct()];
        var letters = plains.Zip(await trials.AskAsync(plains)).ToDictionary(p => p.First, p => p.Second);
        foreach (bool expected in (bool[])[true, false])
        {
            LlmRequest[] judged = [.. requests.Where(r => letters[Plain(r)] == expected && Length(r) <= Limit == expected)];
            if (judged.Length > 0)
                await trials.ExpectAsync(
                    judged,
                    expected,
                    r => $"{r.SystemPrompt.Length:N0} letters and {r.UserPrompt.Length:N0} chars that repeat {CodeText.Literal(r.UserPrompt[..Math.Min(2, r.UserPrompt.Length)])}",
                    judged.Contains);
        }

        static LlmRequest Plain(LlmRequest request) => Sized(request.SystemPrompt.Length, request.UserPrompt.Length);
        static string Repeated(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));
    }

    private static string Sizes(LlmRequest request) => $"{request.SystemPrompt.Length:N0} + {request.UserPrompt.Length:N0} characters";

    public static int Length(LlmRequest request) => request.SystemPrompt.Length + request.UserPrompt.Length;

    private static LlmRequest Sized(int system, int user) => new("demo", new string('s', system), new string('u', user));

    private static LlmRequest[] OneSided(LlmRequest request, int length) =>
        [request with { SystemPrompt = new string('s', length), UserPrompt = "" }, request with { SystemPrompt = "", UserPrompt = new string('u', length) }];

    // Fills one of the prompts up until both have that many characters together, all of them plain letters.
    private static LlmRequest Padded(LlmRequest request, int length, bool user)
    {
        int system = user ? request.SystemPrompt.Length : length - request.UserPrompt.Length;
        return request with { SystemPrompt = new string('s', system), UserPrompt = new string('u', length - system) };
    }

    // The numbers in the answer's code and their neighbours.
    private static IEnumerable<int> Near(Exam exam, int least, int most) =>
        (exam.Code?.Numbers ?? []).Where(n => n >= least - 1 && n <= most + 1)
            .SelectMany(n => new[] { (int)n - 1, (int)n, (int)n + 1 }).Where(n => n >= least && n <= most).Distinct().Take(24);

    // Short requests of every type: only the temperature and the prompts may count.
    private static IEnumerable<LlmRequest> Drawn(DrawnCalls draws, int count)
    {
        var tool = new LlmTool("find", new string('d', Limit + 1), "{}");
        foreach (int i in Enumerable.Range(0, count))
        {
            LlmRequest small = draws.Small();
            yield return (i % 8) switch
            {
                1 => new ExtendedLlmRequest(small.Model, small.SystemPrompt, small.UserPrompt) { TopP = 0.5, MaxTokens = 2 * Limit },
                3 => new ExtendedLlmRequest(small.Model, small.SystemPrompt, small.UserPrompt) { Tools = [tool], Examples = [new("a", "b")], TopP = i % 16 == 3 ? null : 0.0 },
                5 => new FutureLlmRequest(small.Model, small.SystemPrompt, small.UserPrompt) { Seed = 7 },
                6 => small with { SystemPrompt = "" },
                7 => small with { UserPrompt = i % 16 == 7 ? "" : " \n" },
                _ => small,
            };
        }
    }
}
