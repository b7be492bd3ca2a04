using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Exercises.RequestLog;

/// <summary>It failed on Friday: which request, where, and after how long?</summary>
public static class RequestLogExercise
{
    private const double Tolerance = 0.02;

    public static Exercise<ILoggedCall> Exercise { get; } = new("request-log", "The request log", "04-request-log", "LoggedCallAsync",
    [
        new("one-call-same-answer", "One call is made and its answer comes back unchanged", OneCallAsync)
        {
            Hints =
            [
                "A log watches. What may it change about the call?",
                "Call the model exactly once, also when it fails: trying again is someone else's decision.",
                "string answer = await llm.CompleteAsync(request); then log, then return answer; as it is.",
            ],
        },
        new("ok-entry", "Success is one Information entry named llm_call_ok", (call, exam) => EntryAsync(call, exam, failing: false))
        {
            Hints =
            [
                "How many lines does one good call leave, at which level, and what is their first word?",
                "LogInformation, once, after the answer is there; the message template begins with llm_call_ok.",
                "logger.LogInformation(\"llm_call_ok {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt}\", ...);",
            ],
        },
        new("failed-entry", "Failure is one Warning entry named llm_call_failed", (call, exam) => EntryAsync(call, exam, failing: true))
        {
            Hints =
            [
                "What is in the log after a call that threw?",
                "Put the call into try, and log a warning in catch. No llm_call_ok when the call failed.",
                "catch (Exception e) { logger.LogWarning(\"llm_call_failed {RequestId} ...\", ...); throw; }",
            ],
        },
        new("same-exception", "The very same exception reaches the caller", SameExceptionAsync)
        {
            Hints =
            [
                "Who decides what happens after a failure: the log, or the caller?",
                "A new exception around the old one, or an empty answer, takes the caller's choice away. So does .Result, which wraps.",
                "throw; alone, at the end of catch, rethrows what was caught; and use await, not .Result or .Wait().",
            ],
        },
        new("stack-is-kept", "The exception keeps the stack of where it was thrown", StackAsync)
        {
            Stretch = true,
            After = ["same-exception"],
            Hints =
            [
                "The caller prints the exception. Does its stack trace begin where the call broke, or in your catch?",
                "throw e; throws the same object as if it were new: its stack trace begins again at that line. throw; keeps it.",
                "catch (Exception e) { logger.LogWarning(...); throw; } Where throw; cannot stand: ExceptionDispatchInfo.Capture(e).Throw();",
            ],
        },
        new("common-fields", "Every entry has RequestId, Model, LatencySeconds, PromptLength and Attempt", FieldsAsync)
        {
            Hints =
            [
                "Which five values would you search and sort by on Monday morning?",
                "A name in braces in the template becomes a field, in the order of the arguments. "
                    + "An interpolated string ($\"...\") has none, and a number made into text is no number. "
                    + "All five there and one is wrong? Compare \"got\" with \"expected\": PromptLength counts both prompts.",
                "PromptLength is request.SystemPrompt.Length + request.UserPrompt.Length, Attempt is 0, LatencySeconds is elapsed.TotalSeconds; on both entries.",
            ],
        },
        new("latency-in-seconds", "LatencySeconds is what the call took, in seconds", LatencyAsync)
        {
            Hints =
            [
                "The model in this test takes about 60 ms, and 120 ms to fail. What numbers should the log show?",
                "Start the clock before the call and read it after; 60 ms are 0.06 seconds. Measure failed calls too.",
                "long start = Stopwatch.GetTimestamp(); ... Stopwatch.GetElapsedTime(start).TotalSeconds",
            ],
        },
        new("monotonic-clock", "Latency is measured with a clock that only goes forward", ClockAsync)
        {
            Hints =
            [
                "Your laptop's clock is set right over the network in the middle of a call. What does your latency say?",
                "DateTime.UtcNow is the time of day, and it jumps. A stopwatch only counts.",
                "long start = Stopwatch.GetTimestamp(); and Stopwatch.GetElapsedTime(start) in place of the two DateTimes.",
            ],
        },
        new("failure-location", "FailureLocation says where the call failed", (call, exam) => FailureFieldAsync(call, exam, "FailureLocation", r => r.Location))
        {
            Hints =
            [
                "The exception's type tells where it broke: on the way, in the reading, in the rules, or nobody knows.",
                "network: HttpRequestException, TimeoutException, IOException and what derives from them. "
                    + "parsing: JsonException. validation: LlmValidationException. All else: unknown.",
                "e switch { HttpRequestException or TimeoutException or IOException => \"network\", "
                    + "JsonException => \"parsing\", LlmValidationException => \"validation\", _ => \"unknown\" }",
            ],
        },
        new("error-type", "ErrorType is the name of the exception's type", (call, exam) => FailureFieldAsync(call, exam, "ErrorType", r => r.ErrorType))
        {
            Hints =
            [
                "Which single word would you count failures by?",
                "The type's name without its namespace, and of the exception itself, not of its base class or of what is inside it.",
                "e.GetType().Name",
            ],
        },
        new("no-text-in-log", "No text of a prompt or an answer is in the log", NoTextAsync)
        {
            Hints =
            [
                "Who may read the logs, and who may read what users wrote?",
                "Not the request as a whole, not a preview, not the exception: its message may quote the prompt, and LogWarning(e, ...) writes all of it.",
                "Log lengths and names only: PromptLength, e.GetType().Name. Do not pass the exception to the logger.",
            ],
        },
        new("braces-are-harmless", "Braces in ids, models and prompts break nothing", BracesAsync)
        {
            Hints =
            [
                "Prompts are full of JSON. What does the logger do with a brace in its message template?",
                "The template is code: a constant text. What users wrote goes in as arguments, never into the template by + or $.",
                "logger.LogInformation(\"llm_call_ok {RequestId} {Model} ...\", requestId, request.Model, ...); with nothing glued to the first argument.",
            ],
        },
    ])
    {
        AnswerMinutes = 10,
        FirstStep = "Make the call, return its answer, and log one llm_call_ok entry that has RequestId alone. "
            + "Add the other fields one at a time, and the failure last.",
    };

    private static Task OneCallAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        IEnumerable<LoggedScript> plain = ((string[])[exam.Word(), "", "  Padded.\n", "caf\u00e9 {0}"]).Select(a => trials.Answered with { Reply = new ScriptedReply(a) });
        return trials.HoldAsync(
            (trial, script) => script.Reply.Answers && (trial.Thrown is not null || trial.Answer != script.Reply.Text)
                ? trial.UnmetOutcome(script.Words, $"the answer {CodeText.Literal(script.Reply.Text)}")
            : trial.Asked is [var asked] && (asked == script.Request || RequestText.Of(asked) == RequestText.Of(script.Request)) ? null
            : trial.UnmetCalls(script.Words, "one call with the request as it was given"), [.. plain]);
    }

    private static Task EntryAsync(ILoggedCall call, Exam exam, bool failing) => new LoggedTrials(call, exam).HoldAsync((trial, script) =>
    {
        bool off = script.Off.Contains(script.Level);
        return script.Reply.Answers == failing
            || ((off || (trial.Log.Named(script.Entry) is [{ } entry] && entry.Level == script.Level)) && trial.Log.Named(failing ? LoggedTrials.Ok : LoggedTrials.Failed) is [])
                ? null
                : trial.UnmetLog($"the log of {script.Words}", off ? "no other entry" : $"one entry, {script.Level} {script.Entry}");
    });

    private static Task SameExceptionAsync(ILoggedCall call, Exam exam) => new LoggedTrials(call, exam).HoldAsync((trial, script) =>
        script.Reply.Answers || (trial.Setup.Scripted is { } scripted ? ReferenceEquals(trial.Thrown?.Original, scripted) : trial.Thrown?.TypeName == script.Reply.ErrorType)
            ? null
            : trial.UnmetOutcome(script.Words, trial.Setup.Scripted is null ? $"a {script.Reply.ErrorType}" : "that very exception"));

    private static Task StackAsync(ILoggedCall call, Exam exam) => new LoggedTrials(call, exam).HoldAsync((trial, script) =>
        trial.Setup.Scripted is null || trial.Thrown is not { } thrown || GotText.BeginsInModel(thrown.Stack)
            ? null
            : trial.UnmetStack($"the stack trace of {script.Words}", thrown.Stack));

    private static async Task FieldsAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        LlmRequest request = new("demo-" + exam.Word(4), "Be brief, caf\u00e9.", $"What is {exam.Word()} \ud83d\ude00?");
        bool any = false;
        await trials.HoldAsync(Check, trials.Answered with { Request = request }, trials.Thrown with { Request = request });
        if (!any)
            throw Later("ok-entry");

        UnmetException? Check(CallTrial trial, LoggedScript script)
        {
            if (Judged(trial, script) is not { } entry)
                return null;
            any = true;
            (string Name, object Value)[] wanted =
            [
                ("RequestId", script.RequestId), ("Model", script.Request.Model),
                ("PromptLength", (double)(script.Request.SystemPrompt.Length + script.Request.UserPrompt.Length)), ("Attempt", 0.0),
            ];
            foreach ((string field, object value) in wanted)
            {
                if (entry.Field(field) is not { } found || !value.Equals(found.Value))
                    return trial.UnmetField($"{field} of {entry.Name} for {script.Words}", entry.Name, field, GotText.Value(value));
            }

            return entry.Field("LatencySeconds") is { Value: double }
                ? null
                : trial.UnmetField($"LatencySeconds of {entry.Name} for {script.Words}", entry.Name, "LatencySeconds", "a number");
        }
    }

    private static async Task LatencyAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        LoggedScript ok = Lasting(trials.Answered, 60, ReplyForm.InATask), failed = Lasting(trials.Thrown, 120, ReplyForm.InATask);
        bool any = false;
        LoggedScript slow = Lasting(ok, 1_050, ReplyForm.InATask);
        Task<(CallTrial Trial, double Shortest, double Longest)> running = trials.TimedAsync(slow);
        LoggedScript[] others =
        [
            ok, failed, Lasting(ok, 50, ReplyForm.BeforeATask), Lasting(failed, 50, ReplyForm.BeforeATask),
            Lasting(ok, 120, ReplyForm.InATask) with { Beside = Lasting(failed, 20, ReplyForm.InATask), BesideAfter = 60 },
            Lasting(failed, 120, ReplyForm.InATask) with { Beside = Lasting(ok, 20, ReplyForm.InATask), BesideAfter = 60 },
            Lasting(failed, 40, ReplyForm.InATask) with { Beside = Lasting(ok, 100, ReplyForm.InATask) },
        ];
        foreach (LoggedScript script in others)
            Check(script, await trials.TimedAsync(script));
        Check(slow, await running);
        if (!any)
            throw Later("common-fields");

        void Check(LoggedScript script, (CallTrial Trial, double Shortest, double Longest) timed)
        {
            (CallTrial trial, double shortest, double longest) = timed;
            if (trial.Entry(script.Entry) is not { } entry || entry.Field("LatencySeconds")?.Value is not double seconds)
                return;
            any = true;
            if (!(seconds >= shortest - Tolerance && seconds <= longest + Tolerance))
                throw trial.UnmetField(
                    FormattableString.Invariant($"LatencySeconds of {entry.Name} for a model that took {shortest:0.000} s"), entry.Name, "LatencySeconds",
                    FormattableString.Invariant($"between {shortest:0.000} and {longest:0.000}"));
        }

        static LoggedScript Lasting(LoggedScript script, int milliseconds, ReplyForm form) =>
            script with { Reply = script.Reply with { Milliseconds = milliseconds, Form = form } };
    }

    private static async Task ClockAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        CallTrial trial = await trials.RunAsync(trials.Answered);
        ClockUse clocks = (exam.Code
            ?? throw new NotRunException($"the compiled code of your cell could not be read in this notebook engine; {LabCall.Name} grade judges it") { ByGrader = true }).Clocks;
        if (clocks.HasFlag(ClockUse.WallClock) && !clocks.HasFlag(ClockUse.Monotonic))
            throw exam.Unmet("the clocks that the cell reads", GotText.Clocks(clocks), "one that only goes forward, such as Stopwatch", "Got.Clocks(LoggedCallAsync);");
        if (clocks is ClockUse.None && trial.Entry(LoggedTrials.Ok)?.Field("LatencySeconds")?.Value is not > 0.0)
            throw Later("latency-in-seconds");
    }

    private static async Task FailureFieldAsync(ILoggedCall call, Exam exam, string field, Func<ScriptedReply, string> wanted)
    {
        bool any = false;
        await new LoggedTrials(call, exam).HoldAsync((trial, script) =>
        {
            if (script.Reply.Answers || Judged(trial, script) is not { } entry)
                return null;
            any = true;
            string expected = wanted(script.Reply);
            return entry.Field(field)?.Value as string == expected ? null : trial.UnmetField($"{field} of {script.Words}", entry.Name, field, CodeText.Literal(expected));
        });
        if (!any)
            throw Later("failed-entry");
    }

    private static Task NoTextAsync(ILoggedCall call, Exam exam)
    {
        (LoggedTrials trials, DrawnCalls draws) = (new LoggedTrials(call, exam), new DrawnCalls(exam));
        return trials.HoldAllAsync(SecretCalls.Of(trials.Answered, draws, exam), (trial, script) =>
            SecretCalls.Shown(script, trial.Log) is { } shown
                ? trial.Unmet(script.Words, GotText.Place(trial.Log, shown), "no text of the prompts or the answer", $"Got.Place(log, {CodeText.Literal(shown)});")
                : null);
    }

    private static async Task BracesAsync(ILoggedCall call, Exam exam)
    {
        (LoggedTrials trials, DrawnCalls draws) = (new LoggedTrials(call, exam), new DrawnCalls(exam));
        if ((await trials.RunAsync(trials.Answered)).Entry(LoggedTrials.Ok)?.Field("RequestId")?.Value as string != trials.Answered.RequestId)
            throw Later("common-fields");
        string? usual = (await trials.RunAsync(trials.Thrown)).Thrown?.TypeName;
        await trials.HoldAllAsync(draws.Braced(trials.Answered), (trial, script) =>
            (script.Reply.Answers ? trial.Thrown is not null : trial.Thrown?.TypeName != usual) ? trial.UnmetOutcome("braces in a text", "no exception from the log")
            : trial.Entry(script.Entry) is { } entry && entry.Field("RequestId")?.Value as string != script.RequestId
                ? trial.UnmetField("RequestId, with braces in a text", entry.Name, "RequestId", CodeText.Literal(script.RequestId))
            : null);
    }

    // An entry under another name is another requirement's matter. What the log does not take is not judged.
    private static LogEntry? Judged(CallTrial trial, LoggedScript script) => script.Off.Contains(script.Level) ? null : trial.Entry(script.Entry);

    private static NotRunException Later(string id) => Judge.Later(Exercise, id);
}
