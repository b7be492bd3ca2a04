using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Exercises.CachedCall;

/// <summary>What a cached call does with its cache and its model.</summary>
internal static class CachedCallRequirements
{
    private const int FailuresInARow = 15;

    public static async Task MissAsync(ICachedCall call, Exam exam)
    {
        (CachedTrials trials, DrawnCalls draws) = (new CachedTrials(call, exam), new DrawnCalls(exam));
        CachedStep plain = new(CachedSteps.Plain.Request, new($" {exam.Word()}, SURE "));
        bool stores = false;
        await trials.HoldAsync([plain, plain], Check);
        await trials.HoldAsync(Check);
        foreach (string answer in draws.Telling())
        {
            CachedStep telling = plain with { Reply = new(answer) };
            await trials.HoldAsync([telling, telling], Check);
        }

        foreach (int delay in draws.Delays())
        {
            await trials.HoldAsync([plain with { Reply = new("Late.") { Milliseconds = delay } }], Check);
            await trials.HoldAsync([plain with { SetMilliseconds = delay }], Check);
        }

        await ManyAsync(call, exam);

        UnmetException? Check(CachedMoment moment)
        {
            CallTrial trial = moment.Trial;
            string answer = moment.Step.Reply.Text;

            // Code that stores nothing at all is caught at the second try.
            stores |= moment.Step.Meanwhile is null && moment.Values.Count > 0;

            // Another requirement checks that the answer comes from the cache that was passed in.
            if (moment.Step.Given is not null || string.IsNullOrWhiteSpace(answer))
                return null;
            if (moment.Tries > 0)
                return moment.Before == 0 && trial.Asked.Count > 0 ? Unstored() : null;
            string tried = $"a request that is not in the cache{moment.Step.Words}";

            return trial.Asked is not [var asked] || asked != moment.Step.Request ? trial.UnmetCalls(tried, "one call with that request")
                : trial.Answer != answer ? trial.UnmetOutcome(tried, $"the answer {CodeText.Literal(answer)}")
                : stores && !moment.Values.Contains(answer) ? Unstored()
                : null;

            UnmetException Unstored() => trial.UnmetStored($"what is stored after a miss{moment.Step.Words}", moment.Cache, CodeText.Literal(answer));
        }
    }

    /// <summary>How many calls to make in a row: enough to pass the numbers in the code, from which on it may behave differently.</summary>
    public static int Many(Exam exam) => exam.Numbers(1_000, 10_000).Select(n => n + 2).Append(1_000).Max();

    // Makes many misses in a row, to find code that stops storing at some number.
    private static async Task ManyAsync(ICachedCall call, Exam exam)
    {
        int count = Many(exam);
        string word = exam.Word();
        LlmRequest[] requests = [.. Enumerable.Range(0, count).Select(i => new LlmRequest("demo", "Be brief.", $"{word} {i}"))];
        IReadOnlyList<string?> keys = await call.KeysAsync(requests, stored: false, exam.CancellationToken).As(count);
        int stored = keys.Count(k => k is not null);
        if (keys[0] is not null && stored < count)
            throw exam.Unmet($"{count:N0} different requests, and how many answers were stored", GotText.Value(stored), GotText.Value(count), $$"""
                var cache = new {{typeof(RecordingCache).FullName}}();
                for (int i = 0; i < {{count}}; i++)
                    await CachedCallAsync(cache, new LlmRequest("demo", "Be brief.", $"{{word}} {i}"), new FakeLlm(TimeSpan.Zero), new {{typeof(LogCollector).FullName}}());
                Got.Value(cache.Values.Count);
                """);
    }

    public static async Task HitAsync(ICachedCall call, Exam exam)
    {
        bool finds = false;
        (CachedTrials trials, DrawnCalls draws) = (new CachedTrials(call, exam), new DrawnCalls(exam));
        await trials.HoldAsync(Check);
        foreach (string answer in draws.Telling())
        {
            CachedStep telling = CachedSteps.Plain with { Reply = new(answer) };
            await trials.HoldAsync([telling, telling], Check);
        }

        // Code that finds only what it stored itself is another requirement's matter.
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

    public static async Task GivenCacheAsync(ICachedCall call, Exam exam)
    {
        (CachedTrials trials, DrawnCalls draws) = (new CachedTrials(call, exam), new DrawnCalls(exam));
        foreach (LlmRequest request in (LlmRequest[])[CachedSteps.Plain.Request, draws.Small(), draws.Small()])
        {
            CachedStep first = new(request, new("first")), between = new(draws.Small(), new("between"));
            CachedStep[] others = [first with { Cache = 1, SameModel = true, Reply = new("second") }, first with { Cache = 2, Reply = new("third") }];
            await trials.HoldAsync([first, between, .. others], moment =>
                moment.Elsewhere && moment.Tries == 0 ? NotCalled(moment, "one request with two caches, of which the second is empty") : null);
        }

        await AtOnceAsync(trials, new CachedStep(draws.Small(), new("its own") { Milliseconds = 5 }), new CachedStep(draws.Small(), new("warm")) { Cache = 1 });
        await ByOthersAsync(trials, new CachedStep(draws.Small(), new("own")));
    }

    // Others write to the cache too: an answer that they stored, or put in the place of its own, is the answer.
    private static async Task ByOthersAsync(CachedTrials trials, CachedStep own)
    {
        bool hits = false;
        CachedStep again = own with { Reply = new("asked again") };
        await trials.HoldAsync([own, again, again with { Replaced = "theirs" }, again with { Request = own.Request with { Model = "another" }, Given = "theirs" }], moment =>
        {
            if (moment.Step is { Replaced: null, Given: null })
            {
                hits |= moment.Tries > 0 && moment.Trial.IsHit;
                return null;
            }

            return !hits || (moment.Step.Replaced is not null && moment.Before == 0) ? null
                : moment.Trial.Asked.Count > 0 ? moment.Trial.UnmetCalls("a request whose answer somebody else stored", "0 calls")
                : moment.Trial.Answer != "theirs" ? moment.Trial.UnmetOutcome("a request whose answer somebody else stored", "the answer \"theirs\"")
                : null;
        });
    }

    // Makes one request with two caches at the same time: afterwards each cache must hold its answer.
    private static async Task AtOnceAsync(CachedTrials trials, CachedStep one, CachedStep warm)
    {
        bool hits = false;
        CachedStep beside = one with { Cache = 1, Reply = new("the other's") { Milliseconds = 20 } };
        ScriptedReply again = new("asked again");
        await trials.HoldAsync([warm, warm, one with { Beside = beside }, beside with { Reply = again }, one with { Reply = again }], moment =>
        {
            hits |= moment.Step.Reply == warm.Reply && moment.Tries > 0 && moment.Trial.IsHit;
            return moment.Step.Reply == again && hits && moment.Trial.Asked.Count > 0
                ? moment.Trial.UnmetCalls("a request that was made with two caches at once, and again with one of them", "0 calls: each of the two holds the answer")
                : null;
        });
    }

    public static UnmetException? NotCalled(CachedMoment moment, string tried)
    {
        string answer = moment.Step.Reply.Text;
        return moment.Trial.Answer != answer ? moment.Trial.UnmetOutcome(tried, $"a call of its own, and the answer {CodeText.Literal(answer)}")
            : moment.Trial.Asked.Count != 1 ? moment.Trial.UnmetCalls(tried, "one call")
            : null;
    }

    public static async Task EmptyAsync(ICachedCall call, Exam exam)
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
            throw CachedCallExercise.Exercise.Later(CachedCallExercise.HitId);
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

    public static async Task FailureAsync(ICachedCall call, Exam exam)
    {
        (CachedTrials trials, DrawnCalls draws) = (new CachedTrials(call, exam), new DrawnCalls(exam));
        ScriptedReply[] failures = [new ScriptedReply("no route to the model", ExamExceptions.Failures[0]), .. draws.Failures()];
        foreach ((int i, ScriptedReply reply) in failures.Index())
        {
            var failing = new CachedStep(draws.Small(), reply) { Off = draws.Off() };
            CachedStep again = failing with { Reply = new("better now"), SameModel = true };
            await trials.HoldAsync([failing, again], Check);
            if (i < 3)
                await trials.HoldAsync([failing with { Meanwhile = "theirs" }], Check);
        }

        // An answer that another cache holds does not help when the call fails. Another requirement checks that there is a call.
        var known = new CachedStep(draws.Small(), new("known"));
        await trials.HoldAsync([known, known with { Cache = 1, Reply = failures[0] }], m => m.Elsewhere && m.Trial.Asked.Count == 0 ? null : Check(m));

        // Code may give up after some failures in a row.
        var first = new CachedStep(draws.Small(), failures[0]) { SameModel = true };
        await trials.HoldAsync([.. Enumerable.Repeat(first, FailuresInARow), first with { Reply = new("better now") }], Check);

        static UnmetException? Check(CachedMoment moment)
        {
            (CallTrial trial, ScriptedReply reply) = (moment.Trial, moment.Step.Reply);
            if (moment.Tries > 0 && trial.Asked.Count == 0)
                return trial.UnmetCalls("the same request after a failure", "one call");
            if (reply.Answers)
                return moment.Tries > 0 ? NotCalled(moment, "the same request after a failure") : null;
            return trial.UnmetThrown(moment.Step.Failing, reply) is { } unmet ? unmet
                : moment.Values.Count > moment.Before ? trial.UnmetStored($"what is stored after {reply.Words}", moment.Cache, "nothing, which is null")
                : trial.Log.Named(CachedTrials.Set).Count > 0 ? trial.UnmetLog($"the log of {reply.Words}", "no llm_cache_set")
                : null;
        }
    }
}
