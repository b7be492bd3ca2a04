using CachingLab.Exams;

namespace CachingLab.Exercises.RequestLog;

/// <summary>It failed on Friday: which request, where, and after how long?</summary>
public static class RequestLogExercise
{
    public static Exercise<ILoggedCall> Exercise { get; } = new("request-log", "The request log", "04-request-log", "LoggedCallAsync",
    [
        new("one-call-same-answer", "One call is made and its answer comes back unchanged", LoggedCallRequirements.OneCallAsync,
            "A log watches. What may it change about the call?",
            "Call the model exactly once, also when it fails: trying again is someone else's decision.",
            "string answer = await llm.CompleteAsync(request); then log, then return answer; as it is."),
        new("ok-entry", "Success is one Information entry named llm_call_ok", (call, exam) => LoggedCallRequirements.EntryAsync(call, exam, failing: false),
            "How many lines does one good call leave, at which level, and what is their first word?",
            "LogInformation, once, after the answer is there; the message template begins with llm_call_ok.",
            "logger.LogInformation(\"llm_call_ok {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt}\", ...);"),
        new("failed-entry", "Failure is one Warning entry named llm_call_failed", (call, exam) => LoggedCallRequirements.EntryAsync(call, exam, failing: true),
            "What is in the log after a call that threw?",
            "Put the call into try, and log a warning in catch. No llm_call_ok when the call failed.",
            "catch (Exception e) { logger.LogWarning(\"llm_call_failed {RequestId} ...\", ...); throw; }"),
        new("same-exception", "The very same exception reaches the caller", LoggedCallRequirements.SameExceptionAsync,
            "Who decides what happens after a failure: the log, or the caller?",
            "A new exception around the old one, or an empty answer, takes the caller's choice away. So does .Result, which wraps.",
            "throw; alone, at the end of catch, rethrows what was caught; and use await, not .Result or .Wait()."),
        new("stack-is-kept", "The exception keeps the stack of where it was thrown", LoggedCallRequirements.StackAsync,
            "The caller prints the exception. Does its stack trace begin where the call broke, or in your catch?",
            "throw e; throws the same object as if it were new: its stack trace begins again at that line. throw; keeps it.",
            "catch (Exception e) { logger.LogWarning(...); throw; } Where throw; cannot stand: ExceptionDispatchInfo.Capture(e).Throw();")
        { After = ["same-exception"], Stretch = true },
        new("common-fields", "Every entry has RequestId, Model, LatencySeconds, PromptLength and Attempt", LoggedFieldRequirements.FieldsAsync,
            "Which five values would you search and sort by on Monday morning?",
            "A name in braces in the template becomes a field, in the order of the arguments. "
                + "An interpolated string ($\"...\") has none, and a number made into text is no number. "
                + "All five there and one is wrong? Compare \"got\" with \"expected\": PromptLength counts both prompts.",
            "PromptLength is request.SystemPrompt.Length + request.UserPrompt.Length, Attempt is 0, LatencySeconds is elapsed.TotalSeconds; on both entries."),
        new("latency-in-seconds", "LatencySeconds is what the call took, in seconds", LoggedFieldRequirements.LatencyAsync,
            "The model in this test takes about 60 ms, and 120 ms to fail. What numbers should the log show?",
            "Start the clock before the call and read it after; 60 ms are 0.06 seconds. Measure failed calls too.",
            "long start = Stopwatch.GetTimestamp(); ... Stopwatch.GetElapsedTime(start).TotalSeconds"),
        new("monotonic-clock", "Latency is measured with a clock that only goes forward", LoggedFieldRequirements.ClockAsync,
            "Your laptop's clock is set right over the network in the middle of a call. What does your latency say?",
            "DateTime.UtcNow is the time of day, and it jumps. A stopwatch only counts.",
            "long start = Stopwatch.GetTimestamp(); and Stopwatch.GetElapsedTime(start) in place of the two DateTimes."),
        new("failure-location", "FailureLocation says where the call failed",
            (call, exam) => LoggedFieldRequirements.FailureFieldAsync(call, exam, "FailureLocation", r => r.Location),
            "The exception's type tells where it broke: on the way, in the reading, in the rules, or nobody knows.",
            "network: HttpRequestException, TimeoutException, IOException and what derives from them. "
                + "parsing: JsonException. validation: LlmValidationException. All else: unknown.",
            "e switch { HttpRequestException or TimeoutException or IOException => \"network\", "
                + "JsonException => \"parsing\", LlmValidationException => \"validation\", _ => \"unknown\" }"),
        new("error-type", "ErrorType is the name of the exception's type", (call, exam) => LoggedFieldRequirements.FailureFieldAsync(call, exam, "ErrorType", r => r.ErrorType),
            "Which single word would you count failures by?",
            "The type's name without its namespace, and of the exception itself, not of its base class or of what is inside it.",
            "e.GetType().Name"),
        new("no-text-in-log", "No text of a prompt or an answer is in the log", LoggedFieldRequirements.NoTextAsync,
            "Who may read the logs, and who may read what users wrote?",
            "Not the request as a whole, not a preview, not the exception: its message may quote the prompt, and LogWarning(e, ...) writes all of it.",
            "Log lengths and names only: PromptLength, e.GetType().Name. Do not pass the exception to the logger."),
        new("braces-are-harmless", "Braces in ids, models and prompts break nothing", LoggedFieldRequirements.BracesAsync,
            "Prompts are full of JSON. What does the logger do with a brace in its message template?",
            "The template is code: a constant text. What users wrote goes in as arguments, never into the template by + or $.",
            "logger.LogInformation(\"llm_call_ok {RequestId} {Model} ...\", requestId, request.Model, ...); with nothing glued to the first argument."),
    ])
    {
        AnswerMinutes = 10,
        FirstStep = "Make the call, return its answer, and log one llm_call_ok entry that has RequestId alone. "
            + "Add the other fields one at a time, and the failure last.",
    };
}
