using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CachingLab.Doors;
using CachingLab.Exams;
using CachingLab.Exercises;
using Microsoft.Extensions.Logging;

namespace CachingLab.Tests.Exercises;

public sealed class RequestLogExerciseTests
{
    [Fact]
    public Task A_stopwatch_and_two_templates_meet_everything() => Judged.PassesAsync(RequestLogExercise.Exercise, new Variant(), 50);

    [Fact]
    public Task Scopes_event_names_and_other_spellings_meet_everything() => Judged.PassesAsync(RequestLogExercise.Exercise, new Variant
    {
        Write = (logger, level, entry) =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["request_id"] = entry.RequestId, ["attempt"] = 0 }))
            {
                logger.Log(level, new EventId(1, entry.Name), "model {model} {latency_seconds:F3} {PROMPT_LENGTH} {error_type} {failure_location}", entry.Model, entry.Seconds, entry.Length, entry.Error, entry.Location);
            }
        },
    }, 2);

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_misconception_fails_its_requirement_alone(string id, string misconception) =>
        Judged.FailsOnlyAsync(RequestLogExercise.Exercise, Answers[id + ": " + misconception], id);

    [Fact]
    public void Every_exception_of_the_exam_can_be_made_by_name() =>
        Assert.All(ExamExceptions.Types, t => Assert.IsType(t, ExamExceptions.Create(t.FullName!, "made")));

    public static IEnumerable<TheoryDataRow<string, string>> Wrong() =>
        Answers.Keys.Select(k => k.Split(": ")).Select(p => new TheoryDataRow<string, string>(p[0], p[1]));

    private static Dictionary<string, Variant> Answers { get; } = new()
    {
        ["one-call-same-answer: trimmed"] = new() { Answer = a => a.Trim() },
        ["one-call-same-answer: tries again"] = new() { Tries = 2 },
        ["ok-entry: at another level"] = new() { OkLevel = LogLevel.Debug },
        ["ok-entry: under another name"] = new() { OkName = "ok" },
        ["failed-entry: an error"] = new() { FailedLevel = LogLevel.Error },
        ["same-exception: wrapped"] = new() { Throw = e => throw new InvalidOperationException("failed", e) },
        ["same-exception: swallowed"] = new() { Throw = _ => { } },
        ["common-fields: the user prompt's length"] = new() { Length = r => r.UserPrompt.Length },
        ["common-fields: no attempt"] = new() { Change = e => e with { Attempt = null } },
        ["common-fields: seconds as text"] = new() { Change = e => e with { Seconds = ((double)e.Seconds!).ToString("F3", CultureInfo.InvariantCulture) } },
        ["common-fields: runes"] = new() { Length = r => r.SystemPrompt.EnumerateRunes().Count() + r.UserPrompt.EnumerateRunes().Count() },
        ["latency-in-seconds: milliseconds"] = new() { Change = e => e with { Seconds = (double)e.Seconds! * 1000 } },
        ["latency-in-seconds: started too late"] = new() { Change = e => e with { Seconds = 1e-6 } },
        ["monotonic-clock: the time of day"] = new() { Clocks = ClockUse.WallClock },
        ["failure-location: exact types only"] = new() { Location = e => e.GetType() == typeof(IOException) || e is HttpRequestException or TimeoutException ? "network" : e is JsonException ? "parsing" : e is LlmValidationException ? "validation" : "unknown" },
        ["failure-location: what is cancelled is the network's"] = new() { Location = e => e is TaskCanceledException ? "network" : Variant.Where(e) },
        ["error-type: with its namespace"] = new() { Error = e => e.GetType().FullName! },
        ["error-type: its message"] = new() { Error = e => e is JsonException ? "JsonError" : e.GetType().Name },
        ["no-text-in-log: the exception"] = new() { WithException = true },
        ["no-text-in-log: a preview"] = new() { Model = r => r.Model, Extra = r => r.UserPrompt[..Math.Min(12, r.UserPrompt.Length)] },
        ["braces-are-harmless: the model in the template"] = new() { Glued = true },
    };

    private sealed record Entry(
        string Name, object? RequestId, object? Model, object? Seconds, object? Length, object? Attempt, object? Error = null, object? Location = null);

    private sealed class Variant : ILoggedCall
    {
        public ClockUse Clocks { get; init; } = ClockUse.Monotonic;

        public Func<string, string> Answer { get; init; } = a => a;

        public int Tries { get; init; } = 1;

        public LogLevel OkLevel { get; init; } = LogLevel.Information;

        public LogLevel FailedLevel { get; init; } = LogLevel.Warning;

        public string OkName { get; init; } = "llm_call_ok";

        public Action<Exception>? Throw { get; init; }

        public Func<LlmRequest, string> Model { get; init; } = r => r.Model;

        public Func<LlmRequest, int> Length { get; init; } = r => r.SystemPrompt.Length + r.UserPrompt.Length;

        public Func<Entry, Entry> Change { get; init; } = e => e;

        public Func<Exception, string> Location { get; init; } = Where;

        public Func<Exception, string> Error { get; init; } = e => e.GetType().Name;

        public Func<LlmRequest, string> Extra { get; init; } = _ => "";

        public bool WithException { get; init; }

        public bool Glued { get; init; }

        public Action<ILogger, LogLevel, Entry>? Write { get; init; }

        public static string Where(Exception e) => e switch
        {
            HttpRequestException or TimeoutException or IOException => "network",
            JsonException => "parsing",
            LlmValidationException => "validation",
            _ => "unknown",
        };

        public Task<string?> CallAsync(string requestId, LlmRequest request, ILlmClient llm, LogCollector log, CancellationToken cancellationToken = default) =>
            new LocalLoggedCall(AnswerAsync).CallAsync(requestId, request, llm, log, cancellationToken);

        private async Task<string> AnswerAsync(string requestId, LlmRequest request, ILlmClient llm, ILogger logger)
        {
            long start = Stopwatch.GetTimestamp();
            Entry Now(string name) => Change(new Entry(name, requestId, Model(request), Stopwatch.GetElapsedTime(start).TotalSeconds, Length(request), 0));
            string answer;
            try
            {
                answer = await AskAsync(request, llm);
            }
            catch (Exception e)
            {
                Log(logger, FailedLevel, Now("llm_call_failed") with { Error = Error(e), Location = Location(e) }, request, WithException ? e : null);
                if (Throw is null)
                    throw;
                Throw(e);
                return "";
            }

            Log(logger, OkLevel, Now(OkName), request, null);
            return Answer(answer);
        }

        private async Task<string> AskAsync(LlmRequest request, ILlmClient llm)
        {
            for (int left = Tries - 1; ; left--)
            {
                try
                {
                    return await llm.CompleteAsync(request);
                }
                catch (HttpRequestException e) when (left > 0 && !e.Message.Contains('{', StringComparison.Ordinal) && e.Message.Contains("route", StringComparison.Ordinal) && llm is FakeLlm)
                {
                    llm = new Again(llm, e);
                }
            }
        }

        private void Log(ILogger logger, LogLevel level, Entry entry, LlmRequest request, Exception? exception)
        {
            if (Write is not null)
            {
                Write(logger, level, entry);
                return;
            }

#pragma warning disable CA2254, CA2017 // The templates are this test's variants.
            string start = Glued ? $"{entry.Name} {request.Model}" : entry.Name;
            if (entry.Attempt is null)
                logger.Log(level, exception, start + " {RequestId} {Model} {LatencySeconds} {PromptLength} {ErrorType} {FailureLocation}", entry.RequestId, entry.Model, entry.Seconds, entry.Length, entry.Error, entry.Location);
            else
                logger.Log(level, exception, start + " {RequestId} {Model} {LatencySeconds} {PromptLength} {Attempt} {ErrorType} {FailureLocation} {Extra}", entry.RequestId, entry.Model, entry.Seconds, entry.Length, entry.Attempt, entry.Error, entry.Location, Extra(request));
#pragma warning restore CA2254, CA2017
        }

        // The second try fails as the first did.
        private sealed class Again(ILlmClient inner, Exception same) : ILlmClient
        {
            public async Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
            {
                await inner.CompleteAsync(request, cancellationToken);
                throw same;
            }
        }
    }
}
