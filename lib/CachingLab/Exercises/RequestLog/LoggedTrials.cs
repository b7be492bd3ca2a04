using System.Diagnostics;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Exercises.RequestLog;

/// <summary>Makes logged calls for an exam.</summary>
internal sealed class LoggedTrials(ILoggedCall call, Exam exam)
{
    public const string Ok = "llm_call_ok";
    public const string Failed = "llm_call_failed";

    public LoggedScript Answered { get; } = new("req-" + exam.Word(), new("demo", "Be brief.", $"What is {exam.Word()}?"), new("Forty-two."));

    public LoggedScript Thrown => Answered with { Reply = new ScriptedReply("no route to the model", ExamExceptions.Failures[0]) };

    /// <summary>
    /// Fails the requirement with the simplest call that shows the fault <paramref name="check"/> finds. A plain call of each kind comes first, then
    /// <paramref name="own"/>, then the drawn calls that are made once for all requirements.
    /// </summary>
    /// <param name="check">What is wrong with a call, or null.</param>
    /// <param name="own">Calls for this requirement only.</param>
    public async Task HoldAsync(Func<CallTrial, LoggedScript, UnmetException?> check, params IReadOnlyList<LoggedScript> own)
    {
        await HoldAsync(await exam.OnceAsync("plain", () => MadeAsync([Answered, Thrown])), check);
        await HoldAsync(await MadeAsync(own), check);
        await HoldAsync(await exam.OnceAsync("drawn", () => MadeAsync(new DrawnCalls(exam).All())), check);
    }

    /// <summary>Fails the requirement with the simplest of these calls that shows what <paramref name="check"/> finds.</summary>
    public async Task HoldAllAsync(IEnumerable<LoggedScript> scripts, Func<CallTrial, LoggedScript, UnmetException?> check) => await HoldAsync(await MadeAsync(scripts), check);

    private async Task HoldAsync(IReadOnlyList<(LoggedScript Script, CallTrial Trial)> made, Func<CallTrial, LoggedScript, UnmetException?> check)
    {
        foreach ((LoggedScript script, CallTrial trial) in made)
        {
            if (check(trial, script) is not { } unmet)
                continue;
            LoggedScript simple = script.Reply.Answers ? Answered : Thrown;
            LoggedScript smallest = await Shrinker.OfAsync(script, s => s.Simpler(simple), async s => await FaultAsync(s, check, script) is not null);
            throw await FaultAsync(smallest, check, script) ?? unmet;
        }
    }

    private async Task<UnmetException?> FaultAsync(LoggedScript script, Func<CallTrial, LoggedScript, UnmetException?> check, LoggedScript first)
    {
        LoggedScript made = first.Earlier.Count > 0 ? script.WithOwnId(exam.Word()) : script;
        return check(await RunAsync(made), made);
    }

    private async Task<IReadOnlyList<(LoggedScript Script, CallTrial Trial)>> MadeAsync(IEnumerable<LoggedScript> scripts)
    {
        var made = new List<(LoggedScript, CallTrial)>();
        foreach (LoggedScript script in scripts)
            made.Add((script, await RunAsync(script)));
        return made;
    }

    /// <summary>Makes a call, with a log and a model of its own.</summary>
    public Task<CallTrial> RunAsync(LoggedScript script) => script.Beside is { } other
        ? MeetingClient.TogetherAsync(around => RunAsync(script, around), around => RunAsync(other, around), callFirst: false)
        : RunAsync(script, llm => llm);

    private async Task<CallTrial> RunAsync(LoggedScript script, Func<FakeLlm, ILlmClient> around, Func<string>? code = null)
    {
        foreach (LoggedScript earlier in script.Before)
            await RunAsync(earlier);
        Exception? thrown = script.Reply.Exception();
        var llm = new FakeLlm(TimeSpan.Zero).Next(script.Reply.Reply(thrown));
        var log = new LogCollector { Off = script.Off };
        code ??= () => CodeOf(script);
        exam.Try(code);
        Task<string?> running = call.CallAsync(script.RequestId, script.Request, around(llm), log, exam.CancellationToken);
        return await CallTrial.OfAsync(running, log, llm, new CallSetup(code, thrown));
    }

    /// <summary>Makes a call, and says how many seconds the whole of it took.</summary>
    public async Task<(CallTrial Trial, double Seconds)> TimedAsync(LoggedScript script)
    {
        string Code() => $"""
            var watch = Stopwatch.StartNew();
            {CodeOf(script)}
            Console.WriteLine("the whole call took " + watch.Elapsed.TotalSeconds + " s");
            """;
        Task? beside = script.Beside is { } other ? BesideAsync(other, script.BesideAfter) : null;
        long start = Stopwatch.GetTimestamp();
        CallTrial trial = await RunAsync(script, llm => llm, Code);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (beside is not null)
            await beside;
        return (trial, seconds);
    }

    private async Task BesideAsync(LoggedScript script, int milliseconds)
    {
        await Task.Delay(milliseconds, exam.CancellationToken);
        await RunAsync(script);
    }

    // The call that begins first runs while the other one is made.
    private static string CodeOf(LoggedScript script)
    {
        string[] earlier = [.. script.Before.Select((s, i) => s.Reply.CallCode(Call(s), s.Off, $"Earlier{i + 1}"))];
        if (script.Beside is not { } beside)
            return string.Join('\n', [.. earlier, script.Reply.CallCode(Call(script), script.Off)]);
        return script.BesideAfter > 0
            ? $"{script.Reply.CallCode(Call(script), script.Off, running: true)}\nawait Task.Delay({script.BesideAfter});\n"
                + $"{beside.Reply.CallCode(Call(beside), beside.Off, "Beside")}\nawait running;"
            : $"{beside.Reply.CallCode(Call(beside), beside.Off, "Beside", running: true)}\n{script.Reply.CallCode(Call(script), script.Off)}\nawait running;";
    }

    private static Func<string, string, string> Call(LoggedScript script) =>
        (llm, log) => $"LoggedCallAsync({RequestText.Text(script.RequestId)}, {RequestText.Of(script.Request)}, {llm}, {log})";
}
