using System.Diagnostics;
using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>Makes logged calls for an exam.</summary>
/// <param name="call">The learner's logged call.</param>
/// <param name="exam">The exam.</param>
internal sealed class LoggedTrials(ILoggedCall call, Exam exam)
{
    public const string Ok = "llm_call_ok";
    public const string Failed = "llm_call_failed";

    /// <summary>Two prompts that quote nothing else.</summary>
    public LlmRequest Request { get; } = new("demo", "Be brief.", $"What is {exam.Word()}?");

    public string RequestId { get; } = "req-" + exam.Word();

    /// <summary>A call of a model that gives <paramref name="answer"/>.</summary>
    public Task<CallTrial> AnsweredAsync(string answer = "Forty-two.", LlmRequest? request = null, string? requestId = null) =>
        RunAsync(FakeReply.Text(answer), $"FakeReply.Text({RequestText.Text(answer)})", request, requestId);

    /// <summary>A call of a model that throws <paramref name="exception"/>.</summary>
    public Task<CallTrial> ThrownAsync(Exception exception, LlmRequest? request = null, string? requestId = null) =>
        RunAsync(FakeReply.Throws(exception), $"FakeReply.Throws({ExamExceptions.Code(exception)})", request, requestId);

    public Task<CallTrial> ThrownAsync() => ThrownAsync(new HttpRequestException("no route to the model"));

    /// <summary>A call of a model that takes a while, with the seconds that it took at least (the model alone) and at most (the whole call).</summary>
    public async Task<(CallTrial Trial, double Shortest, double Longest)> TimedAsync(FakeReply reply, string replyCode, int milliseconds)
    {
        exam.Try($"""
            var llm = new FakeLlm().Next({replyCode}.After(System.TimeSpan.FromMilliseconds({milliseconds})));
            await Attempt.ShowAsync(async () => await LoggedCallAsync("{RequestId}", {RequestText.Of(Request)}, llm, NotebookLog.Create(format: "json")));
            """.ReplaceLineEndings("\n"));
        var llm = new FakeLlm().Next(reply.After(TimeSpan.FromMilliseconds(milliseconds)));
        var timed = new TimedClient(llm);
        var log = new LogCollector();
        long start = Stopwatch.GetTimestamp();
        CallTrial trial = await CallTrial.OfAsync(call.CallAsync(RequestId, Request, timed, log, exam.CancellationToken), log, llm);
        return (trial, timed.Seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private Task<CallTrial> RunAsync(FakeReply reply, string replyCode, LlmRequest? request, string? requestId)
    {
        request ??= Request;
        requestId ??= RequestId;
        exam.Try($"""
            var request = {RequestText.Of(request)};
            var llm = new FakeLlm().Next({replyCode});
            await Attempt.ShowAsync(async () => await LoggedCallAsync({RequestText.Text(requestId)}, request, llm, NotebookLog.Create(format: "json")));
            """.ReplaceLineEndings("\n"));
        var llm = new FakeLlm(TimeSpan.Zero).Next(reply);
        var log = new LogCollector();
        return CallTrial.OfAsync(call.CallAsync(requestId, request, llm, log, exam.CancellationToken), log, llm);
    }
}
