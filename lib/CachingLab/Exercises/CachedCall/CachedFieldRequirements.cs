using System.Globalization;
using System.Text.RegularExpressions;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.CachedCall;

/// <summary>Requests that differ never share an entry.</summary>
internal static partial class CachedFieldRequirements
{
    private const int AtOnce = 40;

    public static async Task FieldsAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam);
        foreach (KeyPair pair in KeyPairs.Of(exam))
            await ApartAsync(trials, pair);
        var replaced = new KeyFamily("two requests with a placeholder", [.. Placeholders(exam).Distinct()]);
        if (await CachedKeys.SameAsync(call, exam, replaced) is { } same)
            await ApartAsync(new CachedTrials(call, exam) { AsTheyAre = true }, same);
        await EachItsOwnAsync(trials, new DrawnCalls(exam));
        await ManyAtOnceAsync(call, exam);
    }

    private static Task ApartAsync(CachedTrials trials, KeyPair pair) => trials.HoldAsync(
        [new CachedStep(pair.First, new("first")), new CachedStep(pair.Second, new("second"))],
        moment => moment.Tries == 0 ? CachedCallRequirements.NotCalled(moment, "the second of two requests that differ") : null);

    // Makes two requests at the same time: afterwards each must get its own answer.
    private static async Task EachItsOwnAsync(CachedTrials trials, DrawnCalls draws)
    {
        foreach (bool longer in (bool[])[true, false])
        {
            CachedStep other = new(draws.Small(), new("the other's") { Milliseconds = longer ? 20 : 5 });
            CachedStep one = new(draws.Small(), new("its own") { Milliseconds = longer ? 5 : 20 });
            await trials.HoldAsync([one with { Beside = other }, one, other], moment => moment.Trial.Answer == moment.Step.Reply.Text
                ? null
                : moment.Trial.UnmetOutcome("a request after two at once", $"its own answer {CodeText.Literal(moment.Step.Reply.Text)}"));
        }
    }

    // Makes many requests at once, and answers the last ones first. Asked again, each must get its own answer.
    private static async Task ManyAtOnceAsync(ICachedCall call, Exam exam)
    {
        string word = exam.Word(), tried = $"{AtOnce} requests at once, then the same again";
        string code = $$"""
            var cache = new {{typeof(RecordingCache).FullName}}();
            var slow = new FakeLlm(TimeSpan.FromMilliseconds(120));
            var quick = new FakeLlm(TimeSpan.FromMilliseconds(80));
            var log = new {{typeof(LogCollector).FullName}}();
            Task<string> Ask(int i) => CachedCallAsync(cache, new LlmRequest("demo", "Be brief.", $"{i} {{word}}"), i < {{AtOnce / 2}} ? slow : quick, log);
            await Task.WhenAll(Enumerable.Range(0, {{AtOnce}}).Select(Ask));
            string[] answers = await Task.WhenAll(Enumerable.Range(0, {{AtOnce}}).Select(Ask));
            Got.Value(answers.Where((a, i) => !a.TrimStart().StartsWith($"{i} ")).Count());
            """;
        exam.Try(code, tried);
        (RecordingCache cache, FakeLlm slow, FakeLlm quick) = (new(), new(TimeSpan.FromMilliseconds(120)), new(TimeSpan.FromMilliseconds(80)));
        LlmRequest[] requests = [.. Enumerable.Range(0, AtOnce).Select(i => new LlmRequest("demo", "Be brief.", $"{i} {word}"))];
        Task<string?[]> AskAsync() => Task.WhenAll(requests.Select(
            (r, i) => call.CallAsync(cache, r, i < AtOnce / 2 ? slow : quick, new LogCollector(), exam.CancellationToken)));
        await AskAsync();
        string?[] answers = await AskAsync();

        // Another requirement checks that the answer is unchanged.
        int wrong = answers.Where((a, i) => a?.TrimStart().StartsWith($"{i} ", StringComparison.Ordinal) is not true).Count();
        if (wrong > 0)
            throw exam.Unmet($"{tried}, and how many got another one's answer", GotText.Value(wrong), "0");
    }

    // Placeholders that the code replaces with a field, as the text of another field.
    private static IEnumerable<LlmRequest> Placeholders(Exam exam)
    {
        string word = exam.Word();
        string[] fields = [word, .. (exam.Code?.Texts ?? []).SelectMany(t => Placeholder().Matches(t).Select(m => m.Value)).Distinct().Take(16)];
        return fields.SelectMany(t => new LlmRequest[]
        {
            new("demo", t, word), new(t, "Be brief.", word), new("demo", word, t),
            new(word, "Be brief.", t), new(t, word, "What?"), new(word, t, "What?"),
        });
    }

    [GeneratedRegex(@"[{%$<\[#@_]+\w+[}%$>\]#@_]*")]
    private static partial Regex Placeholder();
}

/// <summary>The key function inside a cached call: the keys under which it looks for requests.</summary>
internal sealed class CachedKeys(ICachedCall call) : IKeyMaker
{
    public async Task<IReadOnlyList<string?>> MakeKeysAsync(
        IReadOnlyList<LlmRequest> requests, string culture = "", CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string?> keys = await call.KeysAsync(requests, stored: true, cancellationToken).As(requests.Count);

        // A request that the learner's policy keeps from the cache has no key, so it gets a unique one.
        return [.. keys.Select((k, i) => k ?? i.ToString(CultureInfo.InvariantCulture) + "\0")];
    }

    public Task<IReadOnlyList<long>> DigestsAsync(KeySeries series, CancellationToken cancellationToken = default) =>
        call.DigestsAsync(series, cancellationToken);

    /// <summary>Two different requests that share a key, or null.</summary>
    /// <param name="own">Requests to try besides those of every exercise with a key.</param>
    public static async Task<KeyPair?> SameAsync(ICachedCall call, Exam exam, KeyFamily own)
    {
        var keys = new KeyProbe(new CachedKeys(call), exam, request => $"await CachedCallAsync(new {typeof(RecordingCache).FullName}(), "
            + $"{RequestText.Of(request)}, new FakeLlm(TimeSpan.Zero), new {typeof(LogCollector).FullName}())");
        return await keys.SameAsync(KeyPairs.Families(exam).Append(own)) ?? await keys.SameAsync(KeyPairs.Many(exam));
    }
}
