using System.Text.Json;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises;

/// <summary>It failed on Friday: which request, where, and after how long?</summary>
public static class RequestLogExercise
{
    private const double Tolerance = 0.02;

    // So many letters of a random word do not come together by chance.
    private const int Piece = 6;

    private static readonly (Type Type, string Location)[] Locations =
    [
        (typeof(HttpRequestException), "network"), (typeof(TimeoutException), "network"), (typeof(IOException), "network"),
        (typeof(HttpIOException), "network"), (typeof(EndOfStreamException), "network"), (typeof(FileNotFoundException), "network"),
        (typeof(JsonException), "parsing"), (typeof(LlmValidationException), "validation"),
        (typeof(InvalidOperationException), "unknown"), (typeof(TaskCanceledException), "unknown"), (typeof(FormatException), "unknown"), (typeof(ArgumentException), "unknown"),
    ];

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
        new("ok-entry", "Success is one Information entry named llm_call_ok", (call, exam) => EntryAsync(exam, new LoggedTrials(call, exam), failing: false))
        {
            Hints =
            [
                "How many lines does one good call leave, at which level, and what is their first word?",
                "LogInformation, once, after the answer is there; the message template begins with llm_call_ok.",
                "logger.LogInformation(\"llm_call_ok {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt}\", ...);",
            ],
        },
        new("failed-entry", "Failure is one Warning entry named llm_call_failed", (call, exam) => EntryAsync(exam, new LoggedTrials(call, exam), failing: true))
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
                "A name in braces in the template becomes a field, in the order of the arguments. An interpolated string ($\"...\") has none, and a number made into text is no number. All five there and one is wrong? Compare \"got\" with \"expected\": PromptLength counts both prompts.",
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
        new("failure-location", "FailureLocation says where the call failed", LocationAsync)
        {
            Hints =
            [
                "The exception's type tells where it broke: on the way, in the reading, in the rules, or nobody knows.",
                "network: HttpRequestException, TimeoutException, IOException and what derives from them. parsing: JsonException. validation: LlmValidationException. All else: unknown.",
                "e switch { HttpRequestException or TimeoutException or IOException => \"network\", JsonException => \"parsing\", LlmValidationException => \"validation\", _ => \"unknown\" }",
            ],
        },
        new("error-type", "ErrorType is the name of the exception's type", ErrorTypeAsync)
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
        FirstStep = "Make the call, return its answer, and log one llm_call_ok entry that has RequestId alone. "
            + "Add the other fields one at a time, and the failure last.",
    };

    private static async Task OneCallAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        foreach (string answer in (string[])[exam.Word(), "", "  Padded.\n", "caf\u00e9 {0}"])
        {
            CallTrial trial = await trials.AnsweredAsync(answer);
            if (trial.Thrown is not null || trial.Answer != answer)
                throw trial.UnmetOutcome("a call that succeeds", $"the answer {CodeText.Literal(answer)}");
            MustBeOne(trial, "a call that succeeds");
        }

        MustBeOne(await trials.ThrownAsync(), "a call that fails");
        void MustBeOne(CallTrial trial, string tried)
        {
            if (trial.Llm.Requests is not [var asked] || asked != trials.Request)
                throw trial.UnmetCalls(tried, "one call with the request as it was given");
        }
    }

    private static async Task EntryAsync(Exam exam, LoggedTrials trials, bool failing)
    {
        CallTrial trial = failing ? await trials.ThrownAsync() : await trials.AnsweredAsync();
        (string name, string other, LogLevel level) = failing
            ? (LoggedTrials.Failed, LoggedTrials.Ok, LogLevel.Warning)
            : (LoggedTrials.Ok, LoggedTrials.Failed, LogLevel.Information);
        if (trial.Log.Named(name) is not [{ } entry] || entry.Level != level || trial.Log.Named(other).Count > 0)
            throw trial.UnmetLog($"the log of a call that {(failing ? "fails" : "succeeds")}", $"one entry, {level} {name}");
    }

    private static async Task SameExceptionAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        foreach ((Type type, _) in Locations)
        {
            Exception scripted = ExamExceptions.Create(type, exam.Word());
            CallTrial trial = await trials.ThrownAsync(scripted);
            if (!ReferenceEquals(trial.Thrown?.Original, scripted))
                throw trial.UnmetOutcome($"a model that throws {type.Name}", "that very exception");
        }
    }

    private static async Task StackAsync(ILoggedCall call, Exam exam)
    {
        foreach ((Type type, _) in Locations)
        {
            CallTrial trial = await new LoggedTrials(call, exam).ThrownAsync(ExamExceptions.Create(type, exam.Word()));
            if (trial.Thrown is { } thrown && !GotText.BeginsInModel(thrown.Stack))
                throw trial.UnmetStack($"the stack trace of a {type.Name} that the model threw", thrown.Stack);
        }
    }

    private static async Task FieldsAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        LlmRequest request = new("demo-" + exam.Word(4), "Be brief, caf\u00e9.", $"What is {exam.Word()} \ud83d\ude00?");
        (string Name, object Value)[] wanted =
        [
            ("RequestId", trials.RequestId), ("Model", request.Model), ("PromptLength", (double)(request.SystemPrompt.Length + request.UserPrompt.Length)), ("Attempt", 0.0),
        ];
        bool any = Check(await trials.AnsweredAsync(request: request), LoggedTrials.Ok);
        any |= Check(await trials.ThrownAsync(new JsonException("no JSON"), request), LoggedTrials.Failed);
        if (!any)
            throw Later("ok-entry");
        bool Check(CallTrial trial, string name)
        {
            if (trial.Entry(name) is not { } entry)
                return false;
            foreach ((string field, object value) in wanted)
            {
                if (entry.Field(field) is not { } found || !value.Equals(found.Value))
                    throw trial.UnmetField($"{field} of {entry.Name}", entry.Name, field, GotText.Value(value));
            }

            return entry.Field("LatencySeconds") is { Value: double }
                ? true
                : throw trial.UnmetField($"LatencySeconds of {entry.Name}", entry.Name, "LatencySeconds", "a number");
        }
    }

    private static async Task LatencyAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        bool any = Check(await trials.TimedAsync(FakeReply.Text("Yes."), "FakeReply.Text(\"Yes.\")", 60), LoggedTrials.Ok);
        any |= Check(await trials.TimedAsync(FakeReply.Network, "FakeReply.Network", 120), LoggedTrials.Failed);
        if (!any)
            throw Later("common-fields");

        bool Check((CallTrial Trial, double Shortest, double Longest) timed, string name)
        {
            if (timed.Trial.Entry(name) is not { } entry || entry.Field("LatencySeconds")?.Value is not double seconds)
                return false;
            return seconds >= timed.Shortest - Tolerance && seconds <= timed.Longest + Tolerance ? true : throw timed.Trial.UnmetField(
                FormattableString.Invariant($"LatencySeconds of {entry.Name} for a model that took {timed.Shortest:0.000} s"),
                entry.Name,
                "LatencySeconds",
                FormattableString.Invariant($"between {timed.Shortest:0.000} and {timed.Longest:0.000}"));
        }
    }

    private static async Task ClockAsync(ILoggedCall call, Exam exam)
    {
        CallTrial trial = await new LoggedTrials(call, exam).AnsweredAsync();
        ClockUse clocks = (exam.Code
            ?? throw new NotRunException("the compiled code of your cell could not be read in this notebook engine; ./lab grade judges it") { ByGrader = true }).Clocks;
        if (clocks.HasFlag(ClockUse.WallClock) && !clocks.HasFlag(ClockUse.Monotonic))
            throw exam.Unmet("the clocks that the cell reads", GotText.Clocks(clocks), "one that only goes forward, such as Stopwatch", "Got.Clocks(LoggedCallAsync);");
        if (clocks is ClockUse.None && trial.Entry(LoggedTrials.Ok)?.Field("LatencySeconds")?.Value is not > 0.0)
            throw Later("latency-in-seconds");
    }

    private static async Task LocationAsync(ILoggedCall call, Exam exam)
    {
        foreach ((Type type, string location) in Locations)
        {
            CallTrial trial = await new LoggedTrials(call, exam).ThrownAsync(ExamExceptions.Create(type, exam.Word()));
            LogEntry entry = trial.Entry(LoggedTrials.Failed) ?? throw Later("failed-entry");
            if (entry.Field("FailureLocation")?.Value as string != location)
                throw trial.UnmetField($"FailureLocation of {type.Name}", entry.Name, "FailureLocation", CodeText.Literal(location));
        }
    }

    private static async Task ErrorTypeAsync(ILoggedCall call, Exam exam)
    {
        foreach ((Type type, _) in Locations)
        {
            CallTrial trial = await new LoggedTrials(call, exam).ThrownAsync(ExamExceptions.Create(type, exam.Word()));
            LogEntry entry = trial.Entry(LoggedTrials.Failed) ?? throw Later("failed-entry");
            if (entry.Field("ErrorType")?.Value as string != type.Name)
                throw trial.UnmetField($"ErrorType of {type.Name}", entry.Name, "ErrorType", CodeText.Literal(type.Name));
        }
    }

    private static async Task NoTextAsync(ILoggedCall call, Exam exam)
    {
        string[] words = [.. Enumerable.Range(0, 12).Select(_ => exam.Word())];
        LlmRequest request = new("demo", string.Join(' ', words[..4]), string.Join(' ', words[4..8]));
        string answer = string.Join(' ', words[8..]);
        var trials = new LoggedTrials(call, exam);
        Check(await trials.AnsweredAsync(answer, request, "req-1"), "a call that succeeds");
        foreach ((Type type, _) in Locations)
        {
            Exception quoting = ExamExceptions.Create(type, $"cannot read the answer to '{request.UserPrompt}'");
            Check(await trials.ThrownAsync(quoting, request, "req-2"), "a call that fails with a message that quotes the prompt");
        }

        void Check(CallTrial trial, string tried)
        {
            IEnumerable<string> pieces = words.Concat(words.SelectMany(w => Enumerable.Range(0, w.Length - Piece + 1).Select(i => w.Substring(i, Piece))));
            if (pieces.FirstOrDefault(p => trial.Log.Entries.Any(e => e.Shows(p))) is { } shown)
                throw trial.Unmet(tried, GotText.Place(trial.Log, shown), "no text of the prompts or the answer", $"Got.Place(log, \"{shown}\");");
        }
    }

    private static async Task BracesAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        if ((await trials.AnsweredAsync()).Entry(LoggedTrials.Ok)?.Field("RequestId")?.Value as string != trials.RequestId)
            throw Later("common-fields");
        string? usual = (await trials.ThrownAsync()).Thrown?.TypeName;
        foreach (string text in (string[])["{0}", "{", "}", "{Name", "{RequestId}", "{{\"a\": 1}", "{" + exam.Word() + "}"])
        {
            await CheckAsync(trials.Request with { Model = "demo" + text }, trials.RequestId, text);
            await CheckAsync(trials.Request with { UserPrompt = text, SystemPrompt = text }, trials.RequestId, text);
            await CheckAsync(trials.Request, "req-" + text, text);
        }

        async Task CheckAsync(LlmRequest request, string requestId, string text)
        {
            CallTrial answered = await trials.AnsweredAsync(text, request, requestId);
            Intact(answered, requestId, LoggedTrials.Ok, answered.Thrown is null);
            CallTrial thrown = await trials.ThrownAsync(new HttpRequestException(text), request, requestId);
            Intact(thrown, requestId, LoggedTrials.Failed, thrown.Thrown?.TypeName == usual);
        }

        void Intact(CallTrial trial, string requestId, string name, bool harmless)
        {
            if (!harmless)
                throw trial.UnmetOutcome("braces in a text", "no exception from the log");
            if (trial.Entry(name) is { } entry && entry.Field("RequestId")?.Value as string != requestId)
                throw trial.UnmetField("RequestId, with braces in a text", entry.Name, "RequestId", CodeText.Literal(requestId));
        }
    }

    private static NotRunException Later(string id) => Judge.Later(Exercise, id);
}
