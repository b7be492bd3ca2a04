using CachingLab.Exams;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>How often did we really ask?</summary>
public static class PatientCallExercise
{
    internal const string WaitsId = "waits", EntriesId = "one-entry-each";

    public static Exercise<IPatientCall> Exercise { get; } = new("patient-call", "The patient call", "07-patient-call", "AskPatientlyAsync",
    [
        new("unchanged", "The client gets what was given, and its answer comes back as it is", PatientRequirements.UnchangedAsync,
            "An answer arrived. Is there anything left to do?",
            "Pass messages and options on as they are, and return the response itself: a new one would lose its finish reason, its id and its tokens. "
                + "A short or empty answer is an answer too.",
            "return await client.GetResponseAsync(messages, options, cancellationToken);"),
        new("tried-again", "A failure that may pass is tried again", PatientRequirements.TriedAgainAsync,
            "Which failures say something about this moment, and nothing about your request?",
            "HttpRequestException without a status or with 408, 429, 500, 502, 503, 504; TimeoutException; IOException; and what derives from them.",
            "error is TimeoutException or IOException || error is HttpRequestException { StatusCode: null or HttpStatusCode.RequestTimeout "
                + "or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable "
                + "or HttpStatusCode.GatewayTimeout }"),
        new("not-tried-again", "A failure that would only repeat itself is not tried again", PatientRequirements.NotTriedAgainAsync,
            "A wrong key is wrong in two seconds too. Which failures are of that kind?",
            "Any other status, also other ones from 500 on; JsonException; LlmValidationException: the same request would be paid for again.",
            "List what is tried again, and let everything else pass: catch (Exception error) when (MayPass(error) && attempt < 2)"),
        new("three-attempts", "There are at most three attempts in all", PatientRequirements.ThreeAttemptsAsync,
            "Three attempts: how many of them are repetitions?",
            "Count attempts, not repetitions: the first one counts. Polly's MaxRetryAttempts counts the repetitions.",
            "for (int attempt = 0; ; attempt++), and the third failure, attempt 2, is thrown."),
        new(WaitsId, "The waits are 1 to 1.5 s and 2 to 3 s, by the clock that was given", WaitRequirements.BetweenAsync,
            "By which clock do you wait? And is the second wait longer than the first?",
            "A wait on the TimeProvider can be tested without waiting. A little chance in it keeps a hundred callers from coming back at the same moment.",
            "await Task.Delay(TimeSpan.FromSeconds((1 << attempt) * (1 + Random.Shared.NextDouble() / 2)), time, cancellationToken);"),
        new("retry-after", "A longer wait that the provider asks for is kept to", WaitRequirements.RetryAfterAsync,
            "The provider says when to come back. What happens to those who come earlier?",
            "Take the longer of the two: your own wait, and ThrottledException.RetryAfter, which may be null.",
            "if (error is ThrottledException { RetryAfter: { } asked } && asked > wait) wait = asked;"),
        new("thirty-seconds", "No wait begins that would end more than 30 s after the start", WaitRequirements.ThirtySecondsAsync,
            "Somebody waits for this answer. When is it better to say no?",
            "Ask before the wait, not after it: the time since the start, the attempts included, and the wait together. Too long: throw at once.",
            "long start = time.GetTimestamp(); ... if (time.GetElapsedTime(start) + wait > TimeSpan.FromSeconds(30)) throw;"),
        new("last-exception", "What is thrown is the last exception itself", PatientRequirements.LastExceptionAsync,
            "The caller catches HttpRequestException and reads its status. What do they catch from you?",
            "Not the first exception, not an AggregateException, not a new one around it; also when the thirty seconds are over.",
            "throw; in the catch block of the attempt that was the last."),
        new("own-cancellation", "The caller's own cancellation is not tried again", PatientRequirements.OwnCancellationAsync,
            "The caller has gone. For whom would you ask again?",
            "OperationCanceledException is none of the failures that may pass. Let it through.",
            "Only what MayPass(error) names is caught; OperationCanceledException is not among it."),
        new("cancelled-wait", "Cancellation during a wait ends it at once", WaitRequirements.CancelledAsync,
            "You wait twenty seconds, and the caller leaves after one. Who tells the wait?",
            "The wait takes the caller's token too, and what it throws then goes to the caller.",
            "await Task.Delay(wait, time, cancellationToken);"),
        new(EntriesId, "Each attempt writes one entry, as in 04", EntryRequirements.OneEachAsync,
            "Three attempts, one answer. How many lines does the invoice have, and how many does your log?",
            "Log inside the loop: llm_call_failed as a Warning for each attempt that fails, also the last one and a cancelled one; "
                + "llm_call_ok as Information for the one that works.",
            "catch (Exception error) { log the failed attempt; if (!MayPass(error) || attempt == 2) throw; }"),
        new("attempt-number", "Attempt counts 0, 1, 2", EntryRequirements.NumbersAsync,
            "Which of the three attempts was this line?",
            "Attempt is a number and begins with 0, as in 04; the entry of a success has it too.",
            "Log your loop's own counter as {Attempt}."),
        new("entry-fields", "Each entry has the fields of 04", EntryRequirements.FieldsAsync,
            "What did a line of notebook 04 say? And how long did this one attempt take, without the waits?",
            "RequestId, Model (options?.ModelId), LatencySeconds of this attempt alone by a clock that only goes forward, PromptLength (the characters of all messages); "
                + "on failure ErrorType and FailureLocation too.",
            "long began = time.GetTimestamp(); before the attempt; time.GetElapsedTime(began).TotalSeconds after it; messages.Sum(message => message.Text.Length)."),
        new("no-text-in-log", "No text of a prompt, an answer or an exception is in the log", EntryRequirements.NoTextAsync,
            "Who may read the logs, and who may read what users wrote?",
            "An exception's message may quote the prompt or an address with a key in it, and LogWarning(error, ...) writes all of it.",
            "Log error.GetType().Name, and do not pass the exception to the logger."),
        new("on-polly", "It is built on a Polly ResiliencePipeline", PatientRequirements.PollyAsync,
            "The worked example above has nearly all of it. What does it not know of your rules?",
            "ShouldHandle decides what is tried again, MaxRetryAttempts how often, DelayGenerator how long. Where can it say that 30 s are over?",
            "new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions { ShouldHandle = args => ..., MaxRetryAttempts = 2, "
                + "DelayGenerator = args => ... }).Build(), made within the call, so that ShouldHandle can compute the wait and compare it with the time since the start.")
        { Stretch = true },
    ])
    {
        AnswerMinutes = 12,
        FirstStep = "Write the loop without any wait: make the attempt, return its answer, and throw at the third failure. "
            + "Then decide what may be tried again; add the waits, and the log last.",
    };
}
