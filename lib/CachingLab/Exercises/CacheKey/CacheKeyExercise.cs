using CachingLab.Exams;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.CacheKey;

/// <summary>When are two requests the same request?</summary>
public static class CacheKeyExercise
{
    private const string Function = "MakeCacheKey";

    private static readonly KeyRules Rules = new(Function, [new LlmRequest("demo", "Be brief.", "Hello")], nested: [], sorted: []);

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
        Rules.LoneSurrogates,
    ])
    {
        AnswerMinutes = 9,
        FirstStep = "Build one text in which each of the four fields stands apart, whatever the prompts hold, and look at it for two requests. "
            + "Making it short and safe comes after that.",
    };
}
