using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>Makes patient calls for an exam. A fault counts when it shows again, and is shown with the simplest call that has it.</summary>
internal sealed class PatientTrials(IPatientCall call, Exam exam)
{
    // A thread that was held up spoils one run, hardly two of three.
    private const int MostTries = 3;
    private static readonly PatientScript Plain = new(ModelTurn.Status(503), ModelTurn.Status(503), ModelTurn.Text("On its way."));

    /// <summary>
    /// Fails the requirement with the simplest call that shows the fault <paramref name="check"/> finds. A plain call comes first, then <paramref name="own"/>, then
    /// the drawn calls that are made once for all requirements.
    /// </summary>
    /// <param name="check">What is wrong with a call, or null.</param>
    public async Task HoldAsync(Func<PatientRun, Fault?> check, params IReadOnlyList<PatientScript> own)
    {
        await HoldRunsAsync([await PlainAsync()], check);
        await HoldRunsAsync(await MadeAsync(own), check);
        await HoldRunsAsync(await exam.OnceAsync("drawn", () => MadeAsync(PatientDraws.All(exam))), check);
    }

    /// <summary>Fails the requirement with the simplest of these calls that shows what <paramref name="check"/> finds.</summary>
    public async Task HoldOnlyAsync(IReadOnlyList<PatientScript> scripts, Func<PatientRun, Fault?> check) => await HoldRunsAsync(await MadeAsync(scripts), check);

    /// <summary>Whether the learner's code waits by the exam's clock. If not, each wait takes its real time.</summary>
    public async Task<bool> WaitsByClockAsync() => (await PlainAsync()).Waits is [] or [{ Ticks: > 0 }, ..];

    public async Task<PatientRun> RunAsync(PatientScript script)
    {
        exam.Try(() => $"{script.Code()}\nConsole.WriteLine(run.Outcome);", () => "AskPatientlyAsync(...)");
        return await new PatientDriver(call, script).RunAsync(exam.CancellationToken);
    }

    /// <summary>The plain call: two failures, then an answer.</summary>
    public Task<PatientRun> PlainAsync() => exam.OnceAsync("plain", () => RunAsync(Plain));

    // Code that waits in real time is asked all at once, because the waits would take longer than the exam.
    private async Task<IReadOnlyList<PatientRun>> MadeAsync(IReadOnlyList<PatientScript> scripts)
    {
        if (!await WaitsByClockAsync())
            return await Task.WhenAll(scripts.Select(RunAsync));
        var made = new List<PatientRun>();
        foreach (PatientScript script in scripts)
            made.Add(await RunAsync(script));
        return made;
    }

    private async Task HoldRunsAsync(IReadOnlyList<PatientRun> made, Func<PatientRun, Fault?> check)
    {
        foreach (PatientRun run in made)
        {
            if (check(run) is not { } fault)
                continue;
            PatientScript script = run.Script;
            if (await WaitsByClockAsync())
            {
                if (await ShownAgainAsync(script, check) is not { } again)
                    continue;
                fault = again;
                script = await Shrinker.OfAsync(script, s => s.Simpler(), async s =>
                {
                    if (await ShownAgainAsync(s, check) is not { } simpler)
                        return false;
                    fault = simpler;
                    return true;
                });
            }

            throw exam.Unmet(fault.Tried ?? script.Words, fault.Got, fault.Expected, $"{script.Code()}\n{fault.Question}");
        }
    }

    // The second run must show it too; a third decides when it does not.
    private async Task<Fault?> ShownAgainAsync(PatientScript script, Func<PatientRun, Fault?> check)
    {
        for (int tries = 1; tries < MostTries; tries++)
        {
            if (check(await RunAsync(script)) is { } fault)
                return fault;
        }

        return null;
    }
}

/// <summary>What is wrong with a patient call.</summary>
/// <param name="Question">C# that prints <paramref name="Got"/>, given the <c>run</c>.</param>
internal sealed record Fault(string Got, string Expected, string Question)
{
    /// <summary>What was done, in words; the script's words when left out.</summary>
    public string? Tried { get; init; }
}
