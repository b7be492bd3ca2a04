using System.Collections.Concurrent;
using CachingLab.Doors;
using CachingLab.Exercises;
using Microsoft.Extensions.Logging;

namespace CachingLab.Tests.Exercises;

public sealed class CachedCallExerciseTests
{
    [Fact]
    public Task Get_then_call_then_set_meets_everything() => Judged.PassesAsync(CachedCallExercise.Exercise, Call(new Variant()), 50);

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_misconception_fails_its_requirement_alone(string id, string misconception) =>
        Judged.FailsOnlyAsync(CachedCallExercise.Exercise, Call(Answers[id + ": " + misconception]), id);

    public static IEnumerable<TheoryDataRow<string, string>> Wrong() =>
        Answers.Keys.Select(k => k.Split(": ")).Select(p => new TheoryDataRow<string, string>(p[0], p[1]));

    private static Dictionary<string, Variant> Answers { get; } = new()
    {
        ["miss-calls-and-stores: nothing stored"] = new() { Store = (_, _, _) => { } },
        ["miss-calls-and-stores: another text stored"] = new() { Store = (c, k, v) => c.Set(k, v + "!") , Read = (c, k) => c.Get(k) is { } v ? v.TrimEnd('!') : null },
        ["hit-makes-no-call: never asked"] = new() { Read = (_, _) => null },
        ["hit-makes-no-call: changed"] = new() { Hit = v => v.ToUpperInvariant() },
        ["uses-the-given-cache: one in front"] = new() { Mine = new() },
        ["uses-the-given-cache: its own alone"] = new() { Mine = new(), Store = (_, _, _) => { }, Read = (_, _) => null },
        ["every-field-counts: glued"] = new() { Key = r => r.Model + r.SystemPrompt + r.UserPrompt + r.Temperature },
        ["every-field-counts: no temperature"] = new() { Key = r => $"{r with { Temperature = 0 }}" },
        ["every-field-counts: no model"] = new() { Key = r => $"{r with { Model = "" }}" },
        ["empty-answer-is-an-answer: a miss"] = new() { Read = (c, k) => c.Get(k) is { Length: > 0 } v ? v : null },
        ["empty-answer-is-an-answer: not stored"] = new() { Store = (c, k, v) => { if (v.Length > 0) c.Set(k, v); } },
        ["failure-is-not-stored: an apology"] = new() { Failed = (c, k, _) => { c.Set(k, "sorry"); return "sorry"; } },
        ["failure-is-not-stored: an empty answer"] = new() { Failed = (_, _, _) => "" },
        ["failure-is-not-stored: wrapped"] = new() { Failed = (_, _, e) => throw new InvalidOperationException("failed", e) },
        ["set-is-logged: as a warning"] = new() { SetLevel = LogLevel.Warning },
        ["set-is-logged: under another name"] = new() { SetTemplate = "cached {Model}" },
        ["hit-is-logged: under another name"] = new() { HitTemplate = "cache {Model}" },
        ["hit-is-logged: for debugging"] = new() { HitLevel = LogLevel.Debug },
        ["entries-carry-model: no field"] = new() { HitTemplate = "llm_cache_hit {Name}" },
    };

    private static LocalCachedCall Call(Variant variant) => new(variant.CallAsync);

    private sealed class Variant
    {
        public Func<LlmRequest, string> Key { get; init; } = r => $"{r.Model.Length}:{r.Model}{r.SystemPrompt.Length}:{r.SystemPrompt}{r.UserPrompt.Length}:{r.UserPrompt}{r.Temperature}";

        public Func<ILlmCache, string, string?> Read { get; init; } = (cache, key) => cache.Get(key);

        public Action<ILlmCache, string, string> Store { get; init; } = (cache, key, value) => cache.Set(key, value);

        public Func<string, string> Hit { get; init; } = value => value;

        public Func<ILlmCache, string, Exception, string>? Failed { get; init; }

        public ConcurrentDictionary<string, string>? Mine { get; init; }

        public LogLevel SetLevel { get; init; } = LogLevel.Information;

        public LogLevel HitLevel { get; init; } = LogLevel.Information;

        public string SetTemplate { get; init; } = "llm_cache_set {Model}";

        public string HitTemplate { get; init; } = "llm_cache_hit {Model}";

        public async Task<string> CallAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger logger)
        {
            string key = Key(request);
            if ((Mine?.GetValueOrDefault(key) ?? Read(cache, key)) is { } stored)
            {
                Write(logger, HitLevel, HitTemplate, request.Model);
                return Hit(stored);
            }

            string answer;
            try
            {
                answer = await llm.CompleteAsync(request);
            }
            catch (Exception e) when (Failed is not null)
            {
                return Failed(cache, key, e);
            }

            Store(cache, key, answer);
            Mine?.TryAdd(key, answer);
            Write(logger, SetLevel, SetTemplate, request.Model);
            return answer;
        }

#pragma warning disable CA2254 // The templates are this test's variants.
        private static void Write(ILogger logger, LogLevel level, string template, string model) => logger.Log(level, template, model);
#pragma warning restore CA2254
    }
}
