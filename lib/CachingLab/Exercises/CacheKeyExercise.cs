using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>When are two requests the same request?</summary>
public static class CacheKeyExercise
{
    private const string Function = "MakeCacheKey";

    private static readonly KeyRules Rules = new(Function, [new LlmRequest("demo", "Be brief.", "Hello")], nested: []);

    public static Exercise<IKeyMaker> Exercise { get; } = new("cache-key", "The cache key", "01-cache-key", Function,
    [
        Rules.SameRequest,
        Rules.EveryField,
        Rules.LongPrompts,
        Rules.NoCollision,
        Rules.NearTexts,
        Rules.SafeKey,
        Rules.AnyCulture,
        Rules.AnotherProcess,
        Rules.NegativeZero,
    ]);
}
