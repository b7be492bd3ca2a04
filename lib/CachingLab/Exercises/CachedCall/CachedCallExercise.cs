using System.Text.RegularExpressions;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using CachingLab.Exercises.Keys;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.CachedCall;

/// <summary>Hit or miss: prove it.</summary>
public static partial class CachedCallExercise
{
    private const int MostPairs = 36;
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
        new(HitId, "A hit makes no call and returns the stored answer", HitAsync)
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
        AnswerMinutes = 6,
        FirstStep = "Write the miss first: make the key, ask the model, store the answer, return it. "
            + "Then ask the cache before you ask the model.",
    };

    private static async Task MissAsync(ICachedCall call, Exam exam)
    {
        (CachedTrials trials, DrawnCalls draws) = (new CachedTrials(call, exam), new DrawnCalls(exam));
        CachedStep plain = new(CachedSteps.Plain.Request, new($" {exam.Word()}, SURE "));
        await trials.HoldAsync([plain, plain], Check);
        await trials.HoldAsync(Check);
        foreach (string answer in draws.Telling())
        {
            CachedStep telling = plain with { Reply = new(answer) };
            await trials.HoldAsync([telling, telling], Check);
        }

        static UnmetException? Check(CachedMoment moment)
        {
            CallTrial trial = moment.Trial;
            string answer = moment.Step.Reply.Text;

            // Kept in another place than the cache that was passed in: that is another requirement's matter.
            if (moment.Step.Given is not null || string.IsNullOrWhiteSpace(answer))
                return null;
            if (moment.Tries > 0)
                return moment.Before == 0 && trial.Asked.Count > 0 ? trial.UnmetStored("what is stored after a miss", moment.Cache, CodeText.Literal(answer)) : null;
            string tried = $"a request that is not in the cache{moment.Step.Words}";
            return trial.Asked is not [var asked] || asked != moment.Step.Request ? trial.UnmetCalls(tried, "one call with that request")
                : trial.Answer != answer ? trial.UnmetOutcome(tried, $"the answer {CodeText.Literal(answer)}")
                : moment.Values.Count > moment.Before && !moment.Values.Contains(answer) ? trial.UnmetStored("what is stored after a miss", moment.Cache, CodeText.Literal(answer))
                : null;
        }
    }

    private static async Task HitAsync(ICachedCall call, Exam exam)
    {
        bool finds = false;
        await new CachedTrials(call, exam).HoldAsync(Check);

        // An answer that finds what it stored, and not what somebody else did, is another requirement's matter.
        UnmetException? Check(CachedMoment moment)
        {
            string tried = $"a request whose answer is stored{moment.Step.Words}";
            finds |= moment.Tries > 0 && moment.Trial.IsHit;
            return string.IsNullOrWhiteSpace(moment.Stored) || (moment.Step.Given is not null && finds && !moment.Trial.IsHit) ? null
                : moment.Trial.Asked.Count > 0 ? moment.Trial.UnmetCalls(tried, "no call when the cache holds the answer")
                : moment.Trial.Answer != moment.Stored ? moment.Trial.UnmetOutcome(tried, $"the answer {CodeText.Literal(moment.Stored)}")
                : null;
        }
    }

    private static async Task GivenCacheAsync(ICachedCall call, Exam exam)
    {
        (CachedTrials trials, DrawnCalls draws) = (new CachedTrials(call, exam), new DrawnCalls(exam));
        foreach (LlmRequest request in (LlmRequest[])[CachedSteps.Plain.Request, draws.Small(), draws.Small()])
        {
            CachedStep first = new(request, new("first")), between = new(draws.Small(), new("between"));
            CachedStep[] others = [first with { Cache = 1, SameModel = true, Reply = new("second") }, first with { Cache = 2, Reply = new("third") }];
            await trials.HoldAsync([first, between, .. others], moment =>
                moment.Elsewhere && moment.Tries == 0 ? NotCalled(moment, "one request with two caches, of which the second is empty") : null);
        }
    }

    private static async Task FieldsAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam) { AsTheyAre = true };
        LlmRequest[] requests = [.. KeyPairs.Of(exam, MostPairs).SelectMany(p => new[] { p.First, p.Second }), .. Placeholders(exam)];
        requests = [.. requests.Distinct()];
        CachedStep[] steps = [.. requests.Select((r, i) => new CachedStep(r, new($"answer {i}")))];
        UnmetException? Check(CachedMoment moment) => moment.Tries == 0 ? NotCalled(moment, "the second of two requests that differ") : null;
        if (await trials.FirstFaultAsync(steps, Check) is not { } at)
        {
            if (await new CachedKeys(call, exam).SameAsync() is { } same)
                await trials.HoldAsync([new CachedStep(same.First, new("first")), new CachedStep(same.Second, new("second"))], Check);
            await AtOnceAsync(new CachedTrials(call, exam), new DrawnCalls(exam));
            return;
        }

        // The answer says whose entry it is.
        foreach (CachedStep earlier in steps.Take(at.Place).Where(s => at.Answer is null || s.Reply.Text == at.Answer))
            await trials.HoldAsync([earlier, steps[at.Place]], Check);
        await trials.HoldAsync(steps[..(at.Place + 1)], Check);
    }

    // Two requests at once: afterwards each has the answer that was its own.
    private static async Task AtOnceAsync(CachedTrials trials, DrawnCalls draws)
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

    // What the code fills in for a field, as the text of another field.
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

    private static UnmetException? NotCalled(CachedMoment moment, string tried)
    {
        string answer = moment.Step.Reply.Text;
        return moment.Trial.Answer != answer ? moment.Trial.UnmetOutcome(tried, $"a call of its own, and the answer {CodeText.Literal(answer)}")
            : moment.Trial.Asked.Count != 1 ? moment.Trial.UnmetCalls(tried, "one call")
            : null;
    }

    private static async Task EmptyAsync(ICachedCall call, Exam exam)
    {
        (CachedTrials trials, DrawnCalls draws) = (new CachedTrials(call, exam), new DrawnCalls(exam));
        CachedStep plain = CachedSteps.Plain with { Reply = new(exam.Word()) };
        (bool stores, bool hits, bool keeps) = (false, false, false);
        await trials.HoldAsync([plain, plain, plain with { Given = "Yes." }], moment =>
        {
            stores |= moment.Tries > 0 && moment.Step.Given is null && moment.Trial.Asked.Count == 0;
            hits |= stores || (moment.Step.Given is not null && moment.Trial.IsHit);
            return null;
        });
        if (!hits)
            throw Later(HitId);
        foreach (string answer in (string[])["", "", " ", "\n", "\t "])
        {
            CachedStep step = new(draws.Small(), new(answer)), again = step with { Reply = new("asked again") };
            await trials.HoldAsync([step, again, again with { Given = answer }], Check);
        }

        UnmetException? Check(CachedMoment moment)
        {
            (CallTrial trial, string answer) = (moment.Trial, moment.Step.Reply.Text);
            bool first = string.IsNullOrWhiteSpace(answer);
            keeps |= moment.Values.Count > 0;
            if (first && trial.Answer != answer)
                return trial.UnmetOutcome($"a model that answers {CodeText.Literal(answer)}", $"the answer {CodeText.Literal(answer)}");
            if (first || (moment.Step.Given is null ? !stores : !keeps))
                return null;
            const string Tried = "a request whose stored answer is empty";
            return !string.IsNullOrWhiteSpace(trial.Answer) ? trial.UnmetOutcome(Tried, "the empty answer, without a call")
                : trial.Asked.Count > 0 ? trial.UnmetCalls(Tried, "0 calls")
                : null;
        }
    }

    private static async Task FailureAsync(ICachedCall call, Exam exam)
    {
        (CachedTrials trials, DrawnCalls draws) = (new CachedTrials(call, exam), new DrawnCalls(exam));
        ScriptedReply[] failures = [new ScriptedReply("no route to the model", ExamExceptions.Failures[0]), .. draws.Failures()];
        foreach ((int i, ScriptedReply reply) in failures.Index())
        {
            // Not each of them is worth a second call.
            var failing = new CachedStep(draws.Small(), reply) { Off = draws.Off() };
            CachedStep again = failing with { Reply = new("better now"), SameModel = true };
            await trials.HoldAsync(i % 4 == 0 || reply.Form is ReplyForm.Cancelled ? [failing, again] : [failing], Check);
        }

        static UnmetException? Check(CachedMoment moment)
        {
            (CallTrial trial, ScriptedReply reply) = (moment.Trial, moment.Step.Reply);
            if (reply.Answers)
                return moment.Tries > 0 ? NotCalled(moment, "the same request after a failure") : null;
            bool same = trial.Setup.Scripted is { } scripted ? ReferenceEquals(trial.Thrown?.Original, scripted) : trial.Thrown?.TypeName == reply.ErrorType;
            return !same ? trial.UnmetOutcome(reply.Words, trial.Setup.Scripted is null ? $"a {reply.ErrorType}" : "that very exception")
                : moment.Values.Count > moment.Before ? trial.UnmetStored($"what is stored after {reply.Words}", moment.Cache, "nothing, which is null")
                : trial.Log.Named(CachedTrials.Set).Count > 0 ? trial.UnmetLog($"the log of {reply.Words}", "no llm_cache_set")
                : null;
        }
    }

    private static async Task SetLoggedAsync(ICachedCall call, Exam exam)
    {
        await new CachedTrials(call, exam).HoldAsync(Check);

        // An empty answer that is not stored is another requirement's matter.
        static UnmetException? Check(CachedMoment moment)
        {
            CallTrial trial = moment.Trial;
            if (moment.Tries > 0 || moment.Step.Given is not null)
                return trial.Asked.Count == 0 && trial.Log.Named(CachedTrials.Set).Count > 0 ? trial.UnmetLog("the log of a hit", $"no {CachedTrials.Set}") : null;
            return moment.Step.Off.Contains(LogLevel.Information) || (moment.Step.Reply.Text.Length == 0 && moment.Values.Count == moment.Before) ? null
                : trial.Log.Named(CachedTrials.Set) is [{ Level: LogLevel.Information }] ? null
                : trial.UnmetLog($"the log of a miss{moment.Step.Words}", $"one entry, Information {CachedTrials.Set}");
        }
    }

    private static async Task HitLoggedAsync(ICachedCall call, Exam exam)
    {
        bool any = false;
        await new CachedTrials(call, exam).HoldAsync(Check);
        if (!any)
            throw Later(HitId);

        UnmetException? Check(CachedMoment moment)
        {
            CallTrial trial = moment.Trial;
            bool again = moment.Tries > 0 || moment.Step.Given is not null;
            if (!again)
                return trial.Log.Named(CachedTrials.Hit).Count > 0 ? trial.UnmetLog("the log of a miss", $"no {CachedTrials.Hit}") : null;
            if (!trial.IsHit || moment.Step.Off.Contains(LogLevel.Information))
                return null;
            any = true;
            return trial.Log.Named(CachedTrials.Hit) is [{ Level: LogLevel.Information }] ? null
                : trial.UnmetLog($"the log of a hit{moment.Step.Words}", $"one entry, Information {CachedTrials.Hit}");
        }
    }

    private static async Task ModelAsync(ICachedCall call, Exam exam)
    {
        bool any = false;
        await new CachedTrials(call, exam).HoldAsync(Check);
        if (!any)
            throw Later("set-is-logged");

        UnmetException? Check(CachedMoment moment)
        {
            foreach (string name in (string[])[CachedTrials.Set, CachedTrials.Hit])
            {
                foreach (LogEntry entry in moment.Trial.Log.Named(name))
                {
                    any = true;
                    if (entry.Field("Model")?.Value as string != moment.Step.Request.Model)
                        return moment.Trial.UnmetField($"Model of {name}{moment.Step.Words}", name, "Model", CodeText.Literal(moment.Step.Request.Model));
                }
            }

            return null;
        }
    }

    private static NotRunException Later(string id) => Judge.Later(Exercise, id);
}
