using CachingLab.Exams;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>How long a patient call waits, and when it does not.</summary>
internal static class WaitRequirements
{
    private const string Waits = "Console.WriteLine(run.WaitsText);", Late = "Console.WriteLine(run.Late);";

    // Task.Delay counts whole milliseconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(2);

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(0.2);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // A longer wait may have the usual jitter on top.
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(0.5);

    public static Task BetweenAsync(IPatientCall call, Exam exam) => new PatientTrials(call, exam).HoldAsync(run =>
    {
        foreach ((int i, TimeSpan wait) in run.Waits.Index().Take(2))
        {
            if (run.Attempts[i].Turn is { MayPass: true, RetryAfter: null } && !Usual(i, wait))
                return new Fault(run.WaitsText, Wanted(run), Waits);
        }

        return null;
    });

    public static async Task RetryAfterAsync(IPatientCall call, Exam exam)
    {
        PatientTrials trials = await ByClockAsync(call, exam);
        ModelTurn ok = ModelTurn.Text("On its way.");
        double drawn = exam.Random.Next(4, 20) + 0.25;
        PatientScript[] scripts =
        [
            new(ModelTurn.Throttled(429, 7), ok), new(ModelTurn.Throttled(503, 12), ok), new(ModelTurn.Status(503), ModelTurn.Throttled(429, 9), ok),
            new(ModelTurn.Throttled(429, drawn), ok), new(ModelTurn.Throttled(429, 28), ok), new(ModelTurn.Throttled(429, 0.2), ok), new(ModelTurn.Throttled(429, 0), ok),
            new(ModelTurn.Throttled(429, 2.5), ModelTurn.Throttled(429, 0.5), ok), new(ModelTurn.Throttled(429, 6), ModelTurn.Status(503), ok),
            new(ModelTurn.Throttled(429, 3), ModelTurn.Throttled(429, 5), ok),
        ];

        // The usual waits themselves are judged by another requirement.
        IReadOnlyList<TimeSpan> usual = (await trials.PlainAsync()).Waits;
        await trials.HoldOnlyAsync(scripts, run =>
        {
            foreach ((int i, TimeSpan wait) in run.Waits.Index().Take(2))
            {
                ModelTurn turn = run.Attempts[i].Turn;
                if (turn.RetryAfter is not { } seconds)
                    continue;
                TimeSpan asked = TimeSpan.FromSeconds(seconds);
                bool unusual = asked > Backoff(i) ? wait > asked + Jitter + Tolerance : !Usual(i, wait);
                if (wait < asked - Tolerance || (unusual && i < usual.Count && Usual(i, usual[i])))
                    return new Fault(run.WaitsText, Wanted(run), Waits);
            }

            return null;
        });
    }

    public static async Task ThirtySecondsAsync(IPatientCall call, Exam exam)
    {
        PatientTrials trials = await ByClockAsync(call, exam);
        ModelTurn ok = ModelTurn.Text("On its way."), busy = ModelTurn.Status(503);

        // An answer that does not keep to the wait that is asked for is told so by another requirement.
        bool keeps = (await trials.RunAsync(new(ModelTurn.Throttled(429, 7), ok))).Waits is [{ TotalSeconds: > 6.9 }, ..];
        PatientScript[] scripts =
        [
            new(busy.Taking(29.2), ok), new(busy.Taking(15), busy.Taking(12.5), ok), new(busy, busy.Taking(27.5), ok),
            .. keeps
                ? [new(ModelTurn.Throttled(429, 31), ok), new(ModelTurn.Throttled(503, 300), ok), new(ModelTurn.Throttled(429, 20), ModelTurn.Throttled(429, 15), ok)]
                : (PatientScript[])[],
        ];
        await trials.HoldOnlyAsync(scripts, run =>
        {
            if (run.Attempts.FirstOrDefault(a => a.At > Longest + Tolerance) is not null)
                return new Fault(run.WaitsText, $"{PatientRun.CallsText(run.Attempts.Count(a => a.At <= Longest))}: a wait would end more than 30 s after the start", Waits);
            return run.End?.Reply is null && run.EndedAt - run.Attempts[^1].EndedAt > Tolerance
                ? new Fault(run.Late, $"the {run.Attempts[^1].Turn.ErrorType} of attempt {run.Attempts.Count}, {PatientRun.CallsText(run.Attempts.Count)}, 0.000 s later", Late)
                : null;
        });
        if ((await trials.PlainAsync()).Waits is not [var one, var two] || !Usual(0, one) || !Usual(1, two))
            return;

        // What ends within the thirty seconds is waited for.
        PatientScript[] within = [new(busy.Taking(28), ok), new(busy.Taking(14), busy.Taking(11), ok), .. keeps ? [new(ModelTurn.Throttled(429, 29), ok)] : (PatientScript[])[]];
        await trials.HoldOnlyAsync(within, run => run.Attempts.Count < run.Script.Turns.Count
            ? new Fault(run.WaitsText, $"{PatientRun.CallsText(run.Script.Turns.Count)}: the wait ends within 30 s of the start", Waits)
            : null);
    }

    public static async Task CancelledAsync(IPatientCall call, Exam exam)
    {
        PatientTrials trials = await ByClockAsync(call, exam);
        ModelTurn ok = ModelTurn.Text("On its way.");
        PatientScript[] scripts =
        [
            new(ModelTurn.Status(503), ok) { CancelAfter = 0.3 }, new(ModelTurn.Throttled(429, 20), ok) { CancelAfter = 0.9 },
            new(ModelTurn.Fails(ModelFailure.Timeout), ok) { CancelAfter = 0 },
        ];
        await trials.HoldOnlyAsync(scripts, run =>
            run.CancelledAt is not { } at ? null
            : run.Attempts.Count > 1 || run.EndedAt - at > AtOnce || run.End?.TypeNames.Contains(typeof(OperationCanceledException).FullName) is not true
                ? new Fault(run.Late, "an OperationCanceledException, 1 attempt, 0.000 s later", Late)
                {
                    Tried = $"{run.Script.Turns[0].Words}, and a caller who cancels during the wait",
                }
            : null);
    }

    private static async Task<PatientTrials> ByClockAsync(IPatientCall call, Exam exam)
    {
        var trials = new PatientTrials(call, exam);
        return await trials.WaitsByClockAsync() ? trials : throw PatientCallExercise.Exercise.Later(PatientCallExercise.WaitsId);
    }

    private static TimeSpan Backoff(int i) => TimeSpan.FromSeconds(i + 1);

    private static bool Usual(int i, TimeSpan wait) => wait >= Backoff(i) - Tolerance && wait <= (1.5 * Backoff(i)) + Tolerance;

    private static string Wanted(PatientRun run) => string.Join(" and ", run.Waits.Take(2).Select((_, i) =>
        run.Attempts[i].Turn.RetryAfter is { } seconds && TimeSpan.FromSeconds(seconds) > Backoff(i)
            ? FormattableString.Invariant($"{seconds:0.###} s") : i == 0 ? "1 to 1.5 s" : "2 to 3 s"));
}
