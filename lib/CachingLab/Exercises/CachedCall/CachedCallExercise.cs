using CachingLab.Exams;

namespace CachingLab.Exercises.CachedCall;

/// <summary>Hit or miss: prove it.</summary>
public static class CachedCallExercise
{
    internal const string HitId = "hit-makes-no-call";

    public static Exercise<ICachedCall> Exercise { get; } = new("cached-call", "The cached call", "05-cached-call", "CachedCallAsync",
    [
        new("miss-calls-and-stores", "A miss makes one call and stores the answer", CachedCallRequirements.MissAsync,
            "The cache holds nothing yet. Which steps lead to an answer that is there next time?",
            "Get is null: call the model once, Set the answer under the key, return it as it is.",
            "string answer = await llm.CompleteAsync(request); cache.Set(key, answer); return answer;"),
        new(HitId, "A hit makes no call and returns the stored answer", CachedCallRequirements.HitAsync,
            "What is the first thing to ask: the model, or the cache?",
            "Get with the key first; when it is not null, that is the answer, and the model stays out of it.",
            "string? stored = cache.Get(key); if (stored is not null) { ...log...; return stored; }"),
        new("uses-the-given-cache", "The cache that was passed in is the one that is used", CachedCallRequirements.GivenCacheAsync,
            "Two caches, one request: what may the second know of the first?",
            "A static dictionary, or a cache that your function makes for itself, goes past the argument.",
            "Use cache.Get and cache.Set of the parameter, and keep nothing anywhere else."),
        new("every-field-counts", "Requests that differ in any field never share an entry", CachedFieldRequirements.FieldsAsync,
            "Under which key do you store? Is it your key from notebook 01?",
            "Model, SystemPrompt, UserPrompt and Temperature all count, and text moved from one to the next must not collide.",
            "string key = MakeCacheKey(request); with the function that passed notebook 01's check, for Get and for Set."),
        new("empty-answer-is-an-answer", "An empty answer is an answer", CachedCallRequirements.EmptyAsync,
            "The model answered nothing, and was paid for it. Ask it again?",
            "Only null means a miss: string.IsNullOrEmpty takes \"\" for one too.",
            "if (stored is not null) return stored; and Set whatever came, \"\" included."),
        new("failure-is-not-stored", "A failed call is rethrown, stores nothing, and is tried again", CachedCallRequirements.FailureAsync,
            "The first call fails. What does the second one get?",
            "Let the exception through: then Set and its log entry, which come after the call, are never reached.",
            "No catch is needed at all: string answer = await llm.CompleteAsync(request); comes first, cache.Set and the log after it."),
        new("set-is-logged", "A miss logs one Information entry llm_cache_set, a hit logs none", CachedLogRequirements.SetLoggedAsync,
            "How would you count on Monday how many answers were stored?",
            "One LogInformation on the miss, after Set, whose first word is llm_cache_set.",
            "logger.LogInformation(\"llm_cache_set {Model}\", request.Model);"),
        new("hit-is-logged", "A hit logs one Information entry llm_cache_hit, a miss logs none", CachedLogRequirements.HitLoggedAsync,
            "How would you prove that the cache saved a call?",
            "One LogInformation on the hit, before return, whose first word is llm_cache_hit.",
            "logger.LogInformation(\"llm_cache_hit {Model}\", request.Model);"),
        new("entries-carry-model", "Both entries carry Model", CachedLogRequirements.ModelAsync,
            "Which model's answers are hit, and which are not? Can your log say?",
            "A name in braces in the template becomes a field; an interpolated string has no fields.",
            "logger.LogInformation(\"llm_cache_hit {Model}\", request.Model); and the same for llm_cache_set."),
    ])
    {
        AnswerMinutes = 6,
        FirstStep = "Write the miss first: make the key, ask the model, store the answer, return it. "
            + "Then ask the cache before you ask the model.",
    };
}
