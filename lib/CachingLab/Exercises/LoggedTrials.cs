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
        RunAsync(ScriptedReply.Answer(answer), request, requestId);

    /// <summary>A call of a model that throws <paramref name="exception"/>.</summary>
    public Task<CallTrial> ThrownAsync(Exception exception, LlmRequest? request = null, string? requestId = null) =>
        RunAsync(ScriptedReply.Throw(exception), request, requestId);

    public Task<CallTrial> ThrownAsync() => ThrownAsync(new HttpRequestException("no route to the model"));

    /// <summary>A call of a model that takes a while, with the seconds that it took at least (the model alone) and at most (the whole call).</summary>
    public async Task<(CallTrial Trial, double Shortest, double Longest)> TimedAsync(FakeReply reply, string replyCode, int milliseconds)
    {
        var scripted = new ScriptedReply(
            reply.After(TimeSpan.FromMilliseconds(milliseconds)), $"{replyCode}.After(TimeSpan.FromMilliseconds({milliseconds}))");
        string Code() => $"""
            var watch = Stopwatch.StartNew();
            {scripted.CallCode(CallCode(RequestId, Request), 1)}
            Console.WriteLine("the whole call took " + watch.Elapsed.TotalSeconds + " s");
            """.ReplaceLineEndings("\n");
        exam.Try(Code);
        var llm = new FakeLlm().Next(scripted.Reply);
        var timed = new TimedClient(llm);
        var log = new LogCollector();
        long start = Stopwatch.GetTimestamp();
        Task<string?> running = call.CallAsync(RequestId, Request, timed, log, exam.CancellationToken);
        CallTrial trial = await CallTrial.OfAsync(running, log, llm, new CallSetup(Code, null));
        return (trial, timed.Seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private Task<CallTrial> RunAsync(ScriptedReply reply, LlmRequest? request, string? requestId)
    {
        request ??= Request;
        requestId ??= RequestId;
        string Code() => reply.CallCode(CallCode(requestId, request), 1);
        exam.Try(Code);
        var llm = new FakeLlm(TimeSpan.Zero).Next(reply.Reply);
        var log = new LogCollector();
        return CallTrial.OfAsync(call.CallAsync(requestId, request, llm, log, exam.CancellationToken), log, llm, new CallSetup(Code, reply.Scripted));
    }

    private static string CallCode(string requestId, LlmRequest request) =>
        $"LoggedCallAsync({RequestText.Text(requestId)}, {RequestText.Of(request)}, llm, log)";
}
