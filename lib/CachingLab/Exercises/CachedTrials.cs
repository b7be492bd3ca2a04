using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>Makes cached calls for an exam, together with the C# that repeats them.</summary>
/// <param name="call">The learner's cached call.</param>
/// <param name="exam">The exam.</param>
internal sealed class CachedTrials(ICachedCall call, Exam exam)
{
    public const string Set = "llm_cache_set";
    public const string Hit = "llm_cache_hit";

    private readonly List<string> script = ["var cache = new SimpleMemoryCache();"];

    /// <summary>A request that nobody has made before.</summary>
    public LlmRequest NewRequest() => new("demo", "Be brief.", $"What is {exam.Word()}?");

    /// <summary>One call, with a log of its own.</summary>
    public Task<CallTrial> RunAsync(ILlmCache cache, LlmRequest request, string answer) =>
        RunAsync(cache, request, FakeReply.Text(answer), $"FakeReply.Text({RequestText.Text(answer)})");

    public Task<CallTrial> FailAsync(ILlmCache cache, LlmRequest request, Exception exception) =>
        RunAsync(cache, request, FakeReply.Throws(exception), $"FakeReply.Throws({ExamExceptions.Code(exception)})");

    /// <summary>Says in the code that the next call gets a new cache.</summary>
    public void NewCache() => script.Add("cache = new SimpleMemoryCache();");

    /// <summary>A hit: through an entry that the work itself stored or, when it stores none, through one that was there before. Null when it never hits.</summary>
    /// <param name="answer">The answer that was stored.</param>
    public async Task<CallTrial?> HitAsync(string answer)
    {
        var cache = new RecordingCache();
        LlmRequest request = NewRequest();
        await RunAsync(cache, request, answer);
        CallTrial second = await RunAsync(cache, request, "never to be seen");
        if (second.Llm.Calls == 0 && second.Thrown is null)
            return second;
        NewCache();
        CallTrial given = await GivenAsync(answer);
        return given.Llm.Calls == 0 && given.Thrown is null ? given : null;
    }

    /// <summary>A call with a cache that holds an answer already, whatever the key.</summary>
    public Task<CallTrial> GivenAsync(string answer)
    {
        script.Add($"// and here the cache holds {RequestText.Text(answer)} already");
        return RunAsync(new RecordingCache { Always = answer }, NewRequest(), "never to be seen");
    }

    private Task<CallTrial> RunAsync(ILlmCache cache, LlmRequest request, FakeReply reply, string replyCode)
    {
        script.Add($"""
            await Attempt.ShowAsync(async () => await CachedCallAsync(cache, {RequestText.Of(request)},
                new FakeLlm().Next({replyCode}), NotebookLog.Create()));
            """.ReplaceLineEndings("\n"));
        exam.Try(string.Join('\n', script));
        var llm = new FakeLlm(TimeSpan.Zero).Next(reply);
        var log = new LogCollector();
        return CallTrial.OfAsync(call.CallAsync(cache, request, llm, log, exam.CancellationToken), log, llm);
    }
}
