using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises;

/// <summary>Hit or miss: prove it.</summary>
public static class CachedCallExercise
{
    private const string HitId = "hit-makes-no-call";

    public static Exercise<ICachedCall> Exercise { get; } = new("cached-call", "The cached call", "05-cached-call", "CachedCallAsync",
    [
        new("miss-calls-and-stores", "A miss makes one call and stores the answer", MissAsync)
        {
            Hints =
            [
                "The cache holds nothing yet. Which steps lead to an answer that is there next time?",
                "Get is null: call the model once, Set the answer under the key, return it as it is.",
                "string answer = await llm.CompleteAsync(request); cache.Set(key, answer); return answer;",
            ],
        },
        new(HitId, "A hit makes no call and returns the stored answer", async (call, exam) =>
        {
            string answer = $"{exam.Word()}, SURE";
            CallTrial hit = await new CachedTrials(call, exam).HitAsync(answer);
            if (hit.Llm.Calls > 0)
                throw hit.UnmetCalls("a request whose answer is stored", "no call when the cache holds the answer");
            if (hit.Answer != answer)
                throw hit.UnmetOutcome("a request whose answer is stored", $"the answer {CodeText.Literal(answer)}");

            // Stored by somebody else: what this function would have stored is another requirement's.
            string given = $"  {exam.Word()} OK\n";
            CallTrial other = await new CachedTrials(call, exam).GivenAsync(given);
            if (other.IsHit && other.Answer != given)
                throw other.UnmetOutcome("a request whose answer is stored", $"the answer {CodeText.Literal(given)}");
        })
        {
            Hints =
            [
                "What is the first thing to ask: the model, or the cache?",
                "Get with the key first; when it is not null, that is the answer, and the model stays out of it.",
                "string? stored = cache.Get(key); if (stored is not null) { ...log...; return stored; }",
            ],
        },
        new("uses-the-given-cache", "The cache that was passed in is the one that is used", GivenCacheAsync)
        {
            Hints =
            [
                "Two caches, one request: what may the second know of the first?",
                "A static dictionary, or a cache that your function makes for itself, goes past the argument.",
                "Use cache.Get and cache.Set of the parameter, and keep nothing anywhere else.",
            ],
        },
        new("every-field-counts", "Requests that differ in any field never share an entry", FieldsAsync)
        {
            Hints =
            [
                "Under which key do you store? Is it your key from notebook 01?",
                "Model, SystemPrompt, UserPrompt and Temperature all count, and text moved from one to the next must not collide.",
                "string key = MakeCacheKey(request); with the function that passed notebook 01's check, for Get and for Set.",
            ],
        },
        new("empty-answer-is-an-answer", "An empty answer is an answer", EmptyAsync)
        {
            Hints =
            [
                "The model answered nothing, and was paid for it. Ask it again?",
                "Only null means a miss: string.IsNullOrEmpty takes \"\" for one too.",
                "if (stored is not null) return stored; and Set whatever came, \"\" included.",
            ],
        },
        new("failure-is-not-stored", "A failed call is rethrown, stores nothing, and is tried again", FailureAsync)
        {
            Hints =
            [
                "The first call fails. What does the second one get?",
                "Let the exception through: then Set and its log entry, which come after the call, are never reached.",
                "No catch is needed at all: string answer = await llm.CompleteAsync(request); comes first, cache.Set and the log after it.",
            ],
        },
        new("set-is-logged", "A miss logs one Information entry llm_cache_set, a hit logs none", SetLoggedAsync)
        {
            Hints =
            [
                "How would you count on Monday how many answers were stored?",
                "One LogInformation on the miss, after Set, whose first word is llm_cache_set.",
                "logger.LogInformation(\"llm_cache_set {Model}\", request.Model);",
            ],
        },
        new("hit-is-logged", "A hit logs one Information entry llm_cache_hit, a miss logs none", HitLoggedAsync)
        {
            Hints =
            [
                "How would you prove that the cache saved a call?",
                "One LogInformation on the hit, before return, whose first word is llm_cache_hit.",
                "logger.LogInformation(\"llm_cache_hit {Model}\", request.Model);",
            ],
        },
        new("entries-carry-model", "Both entries carry Model", ModelAsync)
        {
            Hints =
            [
                "Which model's answers are hit, and which are not? Can your log say?",
                "A name in braces in the template becomes a field; an interpolated string has no fields.",
                "logger.LogInformation(\"llm_cache_hit {Model}\", request.Model); and the same for llm_cache_set.",
            ],
        },
    ])
    {
        FirstStep = "Write the miss first: make the key, ask the model, store the answer, return it. "
            + "Then ask the cache before you ask the model.",
    };

    private static async Task MissAsync(ICachedCall call, Exam exam)
    {
        await MissAsync(call, exam, $" {exam.Word()}, SURE ");
        await MissAsync(call, exam, exam.Word() + new string('.', 5_000));
    }

    private static async Task MissAsync(ICachedCall call, Exam exam, string answer)
    {
        var trials = new CachedTrials(call, exam);
        (RecordingCache cache, LlmRequest request) = (new RecordingCache(), trials.NewRequest());
        CallTrial miss = await trials.RunAsync(cache, request, answer);
        if (miss.Llm.Requests is not [var asked] || asked != request)
            throw miss.UnmetCalls("a request that is not in the cache", "one call with that request");
        if (miss.Answer != answer)
            throw miss.UnmetOutcome("a request that is not in the cache", $"the answer {CodeText.Literal(answer)}");
        if (cache.Values.Contains(answer, StringComparer.Ordinal))
            return;

        // Kept in another place than the cache that was passed in: that is another requirement's matter.
        CallTrial again = await trials.RunAsync(cache, request, answer);
        if (again.Llm.Calls > 0 || cache.Values.Count > 0)
            throw again.UnmetStored("what is stored after a miss", cache, CodeText.Literal(answer));
    }

    private static async Task GivenCacheAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam);
        LlmRequest request = trials.NewRequest();
        await trials.RunAsync(new RecordingCache(), request, "first");
        CallTrial second = await trials.RunAsync(new RecordingCache(), request, "second");
        MustCall(second, "second", "one request with two caches, of which the second is empty");
    }

    private static async Task FieldsAsync(ICachedCall call, Exam exam)
    {
        foreach ((LlmRequest one, LlmRequest other) in Different(exam.Word(5)))
        {
            var trials = new CachedTrials(call, exam);
            var cache = new RecordingCache();
            await trials.RunAsync(cache, one, "first");
            CallTrial second = await trials.RunAsync(cache, other, "second");
            MustCall(second, "second", "the second of two requests that differ");
        }
    }

    private static void MustCall(CallTrial trial, string answer, string tried)
    {
        if (trial.Answer != answer)
            throw trial.UnmetOutcome(tried, $"a call of its own, and the answer {CodeText.Literal(answer)}");
        if (trial.Llm.Calls != 1)
            throw trial.UnmetCalls(tried, "one call");
    }

    // The word makes each pair new: what an answer kept from earlier calls does not help or harm it here.
    private static IEnumerable<(LlmRequest One, LlmRequest Other)> Different(string word)
    {
        LlmRequest Ask(string user) => new("demo", "Be brief.", word + user);
        return
        [
            (Ask("a"), Ask("a") with { Model = "other" }),
            (Ask("b"), Ask("b") with { SystemPrompt = "Be kind." }),
            (Ask("c"), Ask("d")),
            (Ask("e"), Ask("e") with { Temperature = 0.7 }),
            (Ask("f") with { Temperature = 0.1 }, Ask("f") with { Temperature = 0.11 }),
            (Ask("g"), Ask("G")),
            (Ask("h"), Ask("h ")),
            (Ask("caf\u00e9"), Ask("cafe\u0301")),
            (Ask(new string('i', 3_000) + "j"), Ask(new string('i', 3_000) + "k")),
            (new("demo", word + "l", "m"), new("demo", word, "lm")),
            (new("demo", word + "|n", "o"), new("demo", word, "n|o")),
            (new("demo", word + "\np", "q"), new("demo", word, "p\nq")),
            (new("demor", word, "s"), new("demo", "r" + word, "s")),
            (new("demo|t", word, "u"), new("demo", "t|" + word, "u")),
        ];
    }

    private static async Task EmptyAsync(ICachedCall call, Exam exam)
    {
        if (!(await new CachedTrials(call, exam).HitAsync(exam.Word())).IsHit)
            throw Later(HitId);
        var trials = new CachedTrials(call, exam);
        (RecordingCache cache, LlmRequest request) = (new RecordingCache(), trials.NewRequest());
        CallTrial first = await trials.RunAsync(cache, request, "");
        if (first.Answer is not "")
            throw first.UnmetOutcome("a model that answers \"\"", "the answer \"\"");
        if (await StoresAsync(call, exam))
            await MustHitAsync(cache, request);
        if (cache.Values.Count > 0)
            await MustHitAsync(new RecordingCache { Always = "" }, trials.NewRequest());

        async Task MustHitAsync(RecordingCache given, LlmRequest asked)
        {
            CallTrial second = await trials.RunAsync(given, asked, "asked again");
            if (second.Answer is not "")
                throw second.UnmetOutcome("a request whose stored answer is \"\"", "the answer \"\", without a call");
            if (second.Llm.Calls > 0)
                throw second.UnmetCalls("a request whose stored answer is \"\"", "0 calls");
        }
    }

    // Whether an answer that is not empty is found again: if not, the empty one is no worse.
    private static async Task<bool> StoresAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam);
        (RecordingCache cache, LlmRequest request) = (new RecordingCache(), trials.NewRequest());
        await trials.RunAsync(cache, request, "first");
        return (await trials.RunAsync(cache, request, "second")).Llm.Calls == 0;
    }

    private static async Task FailureAsync(ICachedCall call, Exam exam)
    {
        foreach (Type type in (Type[])[typeof(HttpRequestException), typeof(LlmValidationException), typeof(TaskCanceledException), typeof(InvalidOperationException), typeof(IOException)])
        {
            var trials = new CachedTrials(call, exam);
            (RecordingCache cache, LlmRequest request) = (new RecordingCache(), trials.NewRequest());
            Exception scripted = ExamExceptions.Create(type, exam.Word());
            CallTrial failed = await trials.FailAsync(cache, request, scripted);
            if (!ReferenceEquals(failed.Thrown?.Original, scripted))
                throw failed.UnmetOutcome($"a model that throws {type.Name}", "that very exception");
            if (cache.Values.Count > 0)
                throw failed.UnmetStored($"what is stored after a model threw {type.Name}", cache, "nothing, which is null");
            if (failed.Log.Named(CachedTrials.Set).Count > 0)
                throw failed.UnmetLog($"the log of a model that throws {type.Name}", "no llm_cache_set");
            CallTrial next = await trials.RunAsync(cache, request, "better now");
            MustCall(next, "better now", "the same request after a failure");
        }
    }

    private static async Task SetLoggedAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam);
        (RecordingCache cache, LlmRequest request) = (new RecordingCache(), trials.NewRequest());
        CallTrial miss = await trials.RunAsync(cache, request, "Yes.");
        if (miss.Log.Named(CachedTrials.Set) is not [{ Level: LogLevel.Information }])
            throw miss.UnmetLog("the log of a miss", $"one entry, Information {CachedTrials.Set}");
        CallTrial second = await trials.RunAsync(cache, request, "No.");
        if (second.Llm.Calls == 0 && second.Log.Named(CachedTrials.Set).Count > 0)
            throw second.UnmetLog("the log of a hit", $"no {CachedTrials.Set}");
    }

    private static async Task HitLoggedAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam);
        CallTrial miss = await trials.RunAsync(new RecordingCache(), trials.NewRequest(), "Yes.");
        if (miss.Log.Named(CachedTrials.Hit).Count > 0)
            throw miss.UnmetLog("the log of a miss", $"no {CachedTrials.Hit}");
        CallTrial hit = await trials.HitAsync("Yes.");
        if (!hit.IsHit)
            throw Later(HitId);
        if (hit.Log.Named(CachedTrials.Hit) is not [{ Level: LogLevel.Information }])
            throw hit.UnmetLog("the log of a hit", $"one entry, Information {CachedTrials.Hit}");
    }

    private static async Task ModelAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam);
        LlmRequest request = trials.NewRequest();
        CallTrial miss = await trials.RunAsync(new RecordingCache(), request, "Yes.");
        bool any = Check(miss, CachedTrials.Set);
        if (await trials.HitAsync("Yes.") is { IsHit: true } hit)
            any |= Check(hit, CachedTrials.Hit);
        if (!any)
            throw Later("set-is-logged");

        bool Check(CallTrial trial, string name)
        {
            foreach (LogEntry entry in trial.Log.Named(name))
            {
                if (entry.Field("Model")?.Value as string != request.Model)
                    throw trial.UnmetField($"Model of {name}", name, "Model", CodeText.Literal(request.Model));
            }

            return trial.Log.Named(name).Count > 0;
        }
    }

    private static NotRunException Later(string id) => Judge.Later(Exercise, id);
}
