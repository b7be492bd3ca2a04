using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>Makes cached calls for an exam, together with the C# that repeats them.</summary>
/// <param name="call">The learner's cached call.</param>
/// <param name="exam">The exam.</param>
internal sealed class CachedTrials(ICachedCall call, Exam exam)
{
    public const string Set = "llm_cache_set";
    public const string Hit = "llm_cache_hit";

    private readonly List<string> script = [];
    private RecordingCache? current;
    private int calls;

    /// <summary>A request that nobody has made before.</summary>
    public LlmRequest NewRequest() => new("demo", "Be brief.", $"What is {exam.Word()}?");

    /// <summary>One call, with a log of its own.</summary>
    public Task<CallTrial> RunAsync(RecordingCache cache, LlmRequest request, string answer) => RunAsync(cache, request, ScriptedReply.Answer(answer));

    public Task<CallTrial> FailAsync(RecordingCache cache, LlmRequest request, Exception exception) =>
        RunAsync(cache, request, ScriptedReply.Throw(exception));

    /// <summary>
    /// A call that should be a hit: of an entry that the work itself stored or, when that is none, of one that was there before.
    /// </summary>
    /// <param name="answer">The answer that was stored.</param>
    public async Task<CallTrial> HitAsync(string answer)
    {
        var cache = new RecordingCache();
        LlmRequest request = NewRequest();
        await RunAsync(cache, request, answer);
        CallTrial second = await RunAsync(cache, request, "never to be seen");
        return second.IsHit ? second : await GivenAsync(answer);
    }

    /// <summary>A call with a cache that holds an answer already, whatever the key.</summary>
    public Task<CallTrial> GivenAsync(string answer) => RunAsync(new RecordingCache { Always = answer }, NewRequest(), "never to be seen");

    private Task<CallTrial> RunAsync(RecordingCache cache, LlmRequest request, ScriptedReply reply)
    {
        if (cache != current)
        {
            string always = cache.Always is null ? "" : $" {{ Always = {RequestText.Text(cache.Always)} }}";
            script.Add($"{(current is null ? "var " : "")}cache = new {typeof(RecordingCache).FullName}{(always.Length > 0 ? always : "()")};");
            current = cache;
        }

        calls++;
        script.Add(reply.CallCode($"CachedCallAsync(cache, {RequestText.Of(request)}, llm, log)", calls));
        string code = string.Join('\n', script);
        exam.Try(code);
        var llm = new FakeLlm(TimeSpan.Zero).Next(reply.Reply);
        var log = new LogCollector();
        return CallTrial.OfAsync(
            call.CallAsync(cache, request, llm, log, exam.CancellationToken), log, llm, new CallSetup(() => code, reply.Scripted));
    }
}
