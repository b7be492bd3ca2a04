using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.CachedCall;

/// <summary>One cached call to make.</summary>
/// <param name="Reply">What the model does if it is asked.</param>
internal sealed record CachedStep(LlmRequest Request, ScriptedReply Reply)
{
    /// <summary>The index of the cache that the call is given.</summary>
    public int Cache { get; init; }

    /// <summary>The answer that the cache holds under every key, or null for an ordinary cache.</summary>
    public string? Given { get; init; }

    /// <summary>What another program has put in the place of every answer in the cache, before the call; or null.</summary>
    public string? Replaced { get; init; }

    /// <summary>What somebody else stores for the request while the model is called, or null.</summary>
    public string? Meanwhile { get; init; }

    /// <summary>How long the cache takes to store the answer, in milliseconds.</summary>
    public int SetMilliseconds { get; init; }

    public IReadOnlyList<LogLevel> Off { get; init; } = [];

    public bool SameModel { get; init; }

    /// <summary>A call that runs beside this one, or null.</summary>
    public CachedStep? Beside { get; init; }

    public bool BeginsFirst { get; init; }

    public string Words => (Off.Count == 0 ? "" : $", with a log that takes no {string.Join(" and no ", Off)}") + (Beside is null ? "" : ", beside another call")
        + (SetMilliseconds == 0 ? "" : $", with a cache that takes {SetMilliseconds} ms to store an answer") + Busy;

    /// <summary>What the model does, and what else happens, in words.</summary>
    public string Failing => $"{Reply.Words}{Busy}";

    private string Busy => Meanwhile is null ? "" : ", while somebody else stores an answer";

    public IEnumerable<CachedStep> Simpler()
    {
        if (Beside is not null)
            yield return this with { Beside = null, BeginsFirst = false };
        if (Meanwhile is not null)
            yield return this with { Meanwhile = null };
        if (SetMilliseconds > 0)
            yield return this with { SetMilliseconds = 0 };
        if (Off.Count > 0)
            yield return this with { Off = [] };
        if (Beside is null && Reply.Form is not ReplyForm.Cancelled)
            yield return this with { Reply = Reply with { Form = ReplyForm.InATask, Milliseconds = 0 } };
        if (Reply.Failure is not null)
            yield return this with { Reply = Reply with { Failure = ExamExceptions.Failures[0] } };
        foreach (string text in Shrinker.Texts(Reply.Text, "Yes."))
            yield return this with { Reply = Reply with { Text = text } };
        foreach (string text in Given is null ? [] : Shrinker.Texts(Given, "Yes."))
            yield return this with { Given = text };
    }
}

/// <summary>What is known after a call.</summary>
/// <param name="Stored">The answer that the cache should hold for the request before the call, or null when the learner's code has stored none.</param>
/// <param name="Before">How many values had been set before.</param>
/// <param name="Tries">How often that request had been made with this cache before.</param>
/// <param name="Elsewhere">Whether it had been made with another cache before.</param>
internal sealed record CachedMoment(CallTrial Trial, CachedStep Step, RecordingCache Cache, string? Stored, int Before, int Tries, bool Elsewhere)
{
    public IReadOnlyList<string> Values { get; } = Cache.Values;
}

/// <summary>Takes a cached call through drawn steps. When a check finds a fault, the steps are reduced for as long as the fault remains.</summary>
internal sealed class CachedTrials(ICachedCall call, Exam exam)
{
    public const string Set = "llm_cache_set";
    public const string Hit = "llm_cache_hit";

    /// <summary>Whether the requests are made unchanged, without the word that makes each run's requests new.</summary>
    public bool AsTheyAre { get; init; }

    /// <summary>Makes the calls. Fails the requirement with the fewest and simplest calls that show the fault <paramref name="check"/> finds.</summary>
    public async Task HoldAsync(IReadOnlyList<CachedStep> steps, Func<CachedMoment, UnmetException?> check)
    {
        if (await FaultAsync(steps, check) is not { } unmet)
            return;
        IReadOnlyList<CachedStep> fewest = await Shrinker.OfAsync(steps, Simpler, async s => await FaultAsync(s, check) is not null);
        throw await FaultAsync(fewest, check) ?? unmet;
    }

    /// <summary>Fails the requirement with the fewest of the calls that are made once for all requirements.</summary>
    public async Task HoldAsync(Func<CachedMoment, UnmetException?> check)
    {
        foreach ((IReadOnlyList<CachedStep> steps, IReadOnlyList<CachedMoment> moments) in await exam.OnceAsync("drawn", MadeAsync))
        {
            if (moments.Select(check).FirstOrDefault(u => u is not null) is not { } unmet)
                continue;
            await HoldAsync(steps, check);
            throw unmet;
        }
    }

    private async Task<IReadOnlyList<(IReadOnlyList<CachedStep> Steps, IReadOnlyList<CachedMoment> Moments)>> MadeAsync()
    {
        var made = new List<(IReadOnlyList<CachedStep>, IReadOnlyList<CachedMoment>)>();
        foreach (IReadOnlyList<CachedStep> steps in CachedSteps.All(new DrawnCalls(exam)))
        {
            (Run run, string word) = (new Run(call, exam), exam.Word());
            var moments = new List<CachedMoment>();
            foreach (CachedStep step in steps)
                moments.Add(await run.MakeAsync(Fresh(step, word)));
            made.Add((steps, moments));
        }

        return made;
    }

    private static IEnumerable<IReadOnlyList<CachedStep>> Simpler(IReadOnlyList<CachedStep> steps)
    {
        for (int i = 0; i < steps.Count && steps.Count > 1; i++)
            yield return [.. steps.Take(i), .. steps.Skip(i + 1)];
        foreach (LlmRequest request in steps.Select(s => s.Request).Distinct())
        {
            var simple = new LlmRequest("demo", "Be brief.", "What?");
            foreach (LlmRequest simpler in Shrinker.Requests(request, simple).Where(r => r != request && steps.All(s => s.Request != r)))
                yield return [.. steps.Select(s => s.Request == request ? s with { Request = simpler } : s)];
        }

        for (int i = 0; i < steps.Count; i++)
        {
            foreach (CachedStep simpler in steps[i].Simpler().Where(s => s != steps[i]))
                yield return [.. steps.Take(i), simpler, .. steps.Skip(i + 1)];
        }
    }

    private async Task<UnmetException?> FaultAsync(IReadOnlyList<CachedStep> steps, Func<CachedMoment, UnmetException?> check)
    {
        (Run run, string word) = (new Run(call, exam), exam.Word());
        foreach (CachedStep step in steps)
        {
            if (check(await run.MakeAsync(AsTheyAre ? step : Fresh(step, word))) is { } unmet)
                return unmet;
        }

        return null;
    }

    // A word makes the requests of each run new, so that nothing kept from earlier runs matters. A short prompt stays short.
    private static CachedStep Fresh(CachedStep step, string word) => step with
    {
        Request = step.Request.UserPrompt.Length < 4
            ? step.Request with { SystemPrompt = $"{step.Request.SystemPrompt} {word}" }
            : step.Request with { UserPrompt = $"{step.Request.UserPrompt} {word}" },
        Beside = step.Beside is null ? null : Fresh(step.Beside, word),
    };

    /// <summary>The caches of one run, and the C# that repeats it.</summary>
    private sealed class Run(ICachedCall call, Exam exam)
    {
        private readonly List<string> script = [];
        private readonly Dictionary<int, RecordingCache> caches = [];
        private readonly Dictionary<(int Cache, LlmRequest Request), string?> stored = [];
        private FakeLlm? llm;
        private int tries;
        private int given;

        public async Task<CachedMoment> MakeAsync(CachedStep step)
        {
            int number = step.Given is null ? step.Cache : --given;
            RecordingCache cache = CacheOf(number, step.Given, step.SetMilliseconds);
            RecordingCache besideCache = step.Beside is { Cache: var otherNumber } && otherNumber != step.Cache ? CacheOf(otherNumber, null, 0) : cache;

            if (step.Replaced is not null)
            {
                cache.Replace(step.Replaced);
                script.Add($"{Name(number)}.Replace({RequestText.Text(step.Replaced)});");
            }

            (int before, int times) = (cache.Values.Count, stored.Keys.Count(k => k == (number, step.Request)));
            string? held = step.Given ?? stored.GetValueOrDefault((number, step.Request));
            bool elsewhere = stored.Keys.Any(k => k.Cache != number && k.Request == step.Request);
            bool first = tries++ == 0;
            if (!step.SameModel || llm is null)
                llm = new FakeLlm(TimeSpan.Zero);
            string thrown = $"thrown{tries}";
            string ask = step.Reply.CallCode(CallCode(step), step.Off, "", thrown, first, step.SameModel && !first, running: step.BeginsFirst);
            string askBeside = step.Beside?.Reply.CallCode(CallCode(step.Beside), step.Beside.Off, "Beside", thrown, running: !step.BeginsFirst) ?? "";
            script.Add(step.Beside is null ? ask : step.BeginsFirst ? $"{ask}\n{askBeside}\nawait running;" : $"{askBeside}\n{ask}\nawait running;");
            string[] lines = [.. script];
            string Code() => string.Join('\n', lines);
            exam.Try(Code);
            CallTrial trial = step.Beside is { } other
                ? await MeetingClient.TogetherAsync(
                    around => CallAsync(step, llm, around, cache, Code), around => CallAsync(other, new FakeLlm(TimeSpan.Zero), around, besideCache, Code), step.BeginsFirst)
                : await CallAsync(step, llm, model => step.Meanwhile is null ? model : cache.Busy(model, step.Meanwhile), cache, Code);
            string[] set = [.. cache.Values.Skip(before)];

            // Expect the model's answer, or what was stored in its place when the code may have trimmed it.
            bool asAnswered = step.Beside is null ? set.Length > 0 && step.Reply.Text == step.Reply.Text.Trim() : set.Contains(step.Reply.Text);
            stored[(number, step.Request)] = held ?? (asAnswered ? step.Reply.Text : step.Beside is null ? set.LastOrDefault() : null);
            return new CachedMoment(trial, step, cache, held, before, times, elsewhere);

            Func<string, string, string> CallCode(CachedStep s) =>
                (llm, log) => $"CachedCallAsync({Name(s.Given is null ? s.Cache : number)}, {RequestText.Of(s.Request)}, "
                    + $"{(s.Meanwhile is null ? llm : $"{Name(number)}.Busy({llm}, {RequestText.Text(s.Meanwhile)})")}, {log})";
        }

        private RecordingCache CacheOf(int number, string? given, int setMilliseconds)
        {
            if (caches.TryGetValue(number, out RecordingCache? known))
                return known;
            string with = given is not null ? $" {{ Always = {RequestText.Text(given)} }}" : setMilliseconds > 0 ? $" {{ SetMilliseconds = {setMilliseconds} }}" : "()";
            script.Add($"var {Name(number)} = new {typeof(RecordingCache).FullName}{with};");
            return caches[number] = new RecordingCache { Always = given, SetMilliseconds = setMilliseconds };
        }

        private async Task<CallTrial> CallAsync(CachedStep step, FakeLlm model, Func<FakeLlm, ILlmClient> around, RecordingCache cache, Func<string> code)
        {
            Exception? thrown = step.Reply.Exception();
            int earlier = model.Calls;
            model.Next(step.Reply.Reply(thrown));
            var log = new LogCollector { Off = step.Off };
            Task<string?> running = call.CallAsync(cache, step.Request, around(model), log, exam.CancellationToken);
            return await CallTrial.OfAsync(running, log, model, new CallSetup(code, thrown), earlier);
        }

        private static string Name(int cache) => cache == 0 ? "cache" : $"cache{(cache < 0 ? "Given" : "")}{Math.Abs(cache)}";
    }
}
