using System.Globalization;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using CachingLab.Exercises.Functions;

namespace CachingLab.Production.Exercises.Cost;

/// <summary>What a call costs.</summary>
internal static class CostRequirements
{
    private const string Function = "Cost";
    private const long Million = 1_000_000;

    public static Task ExactAsync(IFunction<PricedCall, decimal> pricer, Exam exam)
    {
        Random random = exam.Random;
        decimal[] prices = [0.075m, 0.3m, 1.25m, 2.5m, 0.0001m, 15m, 0m, 0.1234567m];
        long[] counts = [1, 3, 7, 999, 1_024, 128_000, 3_000_000_001, random.NextInt64(1, 1_000_000), random.NextInt64(1, 10_000_000_000)];
        PricedCall[] calls =
        [
            new(new(1m, 0.1m, 2m, true), 1_000_000, 0, 0),
            new(new(1m, 0.1m, 2m, true), 0, 0, 1_000_000),
            .. Enumerable.Range(0, 60).Select(i => Reported(new(
                new(Any(prices), Any(prices), Any(prices), i % 2 == 0), Any(counts), 0, Any(counts)))),
        ];
        return ExpectAsync(pricer, exam, calls, _ => "input and output, nothing cached");

        T Any<T>(T[] all) => all[random.Next(all.Length)];

        // A provider counts reasoning among the output, and adds up what it counts.
        PricedCall Reported(PricedCall call) => random.Next(2) == 0
            ? call
            : call with { Reasoning = random.NextInt64(0, call.Output!.Value + 1), Total = call.Input + call.Output };
    }

    public static Task MissingAsync(IFunction<PricedCall, decimal> pricer, Exam exam)
    {
        long?[] given = [null, Millions(exam)];
        return ExpectAsync(
            pricer,
            exam,
            [
                .. from included in (bool[])[true, false]
                   from input in given
                   from output in given
                   select new PricedCall(Plain(included), input, null, output),
            ],
            call => $"no count of {string.Join(" and ", Missing(call))}");
    }

    public static Task CachedIncludedAsync(IFunction<PricedCall, decimal> pricer, Exam exam) => ExpectAsync(
        pricer,
        exam,
        [.. Drawn(exam, 12).Select(c => c with { Input = c.Input + c.Cached }), .. Drawn(exam, 2).Select(c => c with { Input = c.Cached })],
        call => $"{Count(call.Cached)} cached tokens among {Count(call.Input)} of input");

    public static Task CachedApartAsync(IFunction<PricedCall, decimal> pricer, Exam exam) => ExpectAsync(
        pricer,
        exam,
        [.. Drawn(exam, 12).Select(c => c with { Price = Plain(false) }), .. Drawn(exam, 2).Select(c => c with { Price = Plain(false), Input = 0 })],
        call => $"{Count(call.Cached)} cached tokens besides {Count(call.Input)} of input");

    public static Task NeverNegativeAsync(IFunction<PricedCall, decimal> pricer, Exam exam) => ExpectAsync(
        pricer,
        exam,
        [.. Drawn(exam, 12).Select(c => c with { Cached = c.Input + c.Cached }), .. Drawn(exam, 2).Select(c => c with { Input = 0 })],
        call => $"{Count(call.Cached)} cached tokens, more than the {Count(call.Input)} of input that are said to include them");

    // Whole millions, so that rounding and binary fractions do no harm here: another requirement is about them.
    private static ModelPrice Plain(bool included) => new(4m, 1m, 16m, included);

    private static long Millions(Exam exam) => exam.Random.Next(1, 40) * Million;

    // With an input count that includes the cached tokens.
    private static IEnumerable<PricedCall> Drawn(Exam exam, int count) =>
        Enumerable.Range(0, count).Select(_ => new PricedCall(Plain(true), Millions(exam), Millions(exam), Millions(exam)));

    private static decimal Right(PricedCall call)
    {
        decimal cached = call.Cached ?? 0, input = call.Input ?? 0;
        decimal fresh = call.Price.InputIncludesCached ? Math.Max(0, input - cached) : input;
        return ((fresh * call.Price.InputPerMillion) + (cached * call.Price.CachedInputPerMillion) + ((call.Output ?? 0) * call.Price.OutputPerMillion)) / Million;
    }

    private static async Task ExpectAsync(IFunction<PricedCall, decimal> pricer, Exam exam, PricedCall[] calls, Func<PricedCall, string> tried)
    {
        IReadOnlyList<decimal> costs = await pricer.AskAsync(exam, Code, calls);
        int at = Enumerable.Range(0, calls.Length).FirstOrDefault(i => costs[i] != Right(calls[i]), -1);
        if (at < 0)
            return;
        PricedCall simplest = await Shrinker.OfAsync(calls[at], Simpler, async c => (await pricer.AskAsync(exam, Code, c))[0] != Right(c));
        decimal got = (await pricer.AskAsync(exam, Code, simplest))[0];
        throw exam.Unmet(tried(simplest), GotText.Value(got), GotText.Value(Right(simplest)));
    }

    private static IEnumerable<PricedCall> Simpler(PricedCall call) =>
    [
        call with { Reasoning = null, Total = null },
        .. call.Output > 0 ? [call with { Output = 0, Reasoning = call.Reasoning is null ? null : 0 }] : Array.Empty<PricedCall>(),
        .. call.Input > 1 && call.Cached is null or 0 ? [call with { Input = 0 }, call with { Input = 1 }, call with { Input = 999 }] : Array.Empty<PricedCall>(),
        .. call.Output > 1 ? [call with { Output = 1, Reasoning = null }, call with { Output = 999, Reasoning = null }] : Array.Empty<PricedCall>(),
    ];

    private static IEnumerable<string> Missing(PricedCall call)
    {
        if (call.Input is null)
            yield return "input";
        if (call.Cached is null)
            yield return "cached input";
        if (call.Output is null)
            yield return "output";
    }

    private static string Count(long? count) => (count ?? 0).ToString("N0", CultureInfo.InvariantCulture);

    private static string Code(PricedCall call)
    {
        (string Name, long? Count)[] counts =
        [
            ("InputTokenCount", call.Input), ("CachedInputTokenCount", call.Cached), ("OutputTokenCount", call.Output),
            ("ReasoningTokenCount", call.Reasoning), ("TotalTokenCount", call.Total),
        ];
        string set = string.Join(", ", counts.Where(c => c.Count is not null).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} = {c.Count}")));
        string included = call.Price.InputIncludesCached ? "true" : "false";
        string price = string.Create(
            CultureInfo.InvariantCulture,
            $"new ModelPrice({call.Price.InputPerMillion}m, {call.Price.CachedInputPerMillion}m, {call.Price.OutputPerMillion}m, {included})");
        return $"{Function}(new UsageDetails{(set.Length == 0 ? "()" : $" {{ {set} }}")}, {price})";
    }
}
