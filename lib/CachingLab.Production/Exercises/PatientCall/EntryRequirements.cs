using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>What a patient call writes to its log.</summary>
internal static class EntryRequirements
{
    private const string Ok = "llm_call_ok", Failed = "llm_call_failed";
    private const double Tolerance = 0.02;

    public static Task OneEachAsync(IPatientCall call, Exam exam) => new PatientTrials(call, exam).HoldAsync(
        run => Named(run).Select(e => (e.Level, e.IsNamed(Ok) ? Ok : Failed)).SequenceEqual(Wanted(run))
            ? null
            : new Fault(run.Log.ToString(), string.Join(", ", Wanted(run).Select(w => $"{w.Level} {w.Name}")), "Got.Log(run.Log);") { Tried = $"the log of {run.Script.Words}" },
        new PatientScript(ModelTurn.Fails(ModelFailure.Cancelled)));

    public static async Task NumbersAsync(IPatientCall call, Exam exam)
    {
        bool any = false;
        await new PatientTrials(call, exam).HoldAsync(run =>
        {
            LogEntry[] entries = [.. Entries(run)];

            // How many entries there are is judged by another requirement.
            if (entries.Length != run.Attempts.Count)
                return null;
            any |= entries.Length > 1;
            for (int i = 0; i < entries.Length; i++)
            {
                if (entries[i].Field("Attempt")?.Value is double number && number == i)
                    continue;
                string name = entries[i].IsNamed(Ok) ? Ok : Failed;
                int[] wanted = [.. entries.Index().Where(e => e.Item.IsNamed(name)).Select(e => e.Index)];
                return new Fault(GotText.Field(run.Log, name, "Attempt"), string.Join(", ", wanted), $"Got.Field(run.Log, \"{name}\", \"Attempt\");")
                {
                    Tried = $"Attempt of {name} for {run.Script.Words}",
                };
            }

            return null;
        });
        if (!any)
            throw Judge.Later(PatientCallExercise.Exercise, PatientCallExercise.EntriesId);
    }

    public static async Task FieldsAsync(IPatientCall call, Exam exam)
    {
        bool any = false;
        var script = new PatientScript(
            ModelTurn.Status(503).Taking(0.7) with { SetsBack = true }, ModelTurn.Fails(ModelFailure.Busy).Taking(0.25),
            ModelTurn.Text("Yes.").Taking(2.5) with { SetsBack = true });
        PatientScript[] failing = [.. ((ModelTurn[])[.. PatientDraws.Passing, .. PatientDraws.Lasting]).Select(t => new PatientScript(t.Taking(0.5), ModelTurn.Text("Yes.")))];
        var trials = new PatientTrials(call, exam);
        PatientScript[] longer = await trials.WaitsByClockAsync() ? [script, script with { RequestId = "req-" + exam.Word(), User = $"caf\u00e9 {exam.Word()} \ud83d\ude00" }] : [];
        await trials.HoldOnlyAsync([.. longer, .. failing], run =>
        {
            if (Entries(run).Count != run.Attempts.Count)
                return null;
            foreach ((LogEntry entry, PatientRun.Attempt attempt) in Entries(run).Zip(run.Attempts))
            {
                any = true;
                if (Wrong(run, entry, attempt) is not { } wrong)
                    continue;
                string name = entry.IsNamed(Ok) ? Ok : Failed;
                return new Fault(GotText.Field(run.Log, name, wrong.Field), wrong.Expected, $"Got.Field(run.Log, \"{name}\", \"{wrong.Field}\");")
                {
                    Tried = $"{wrong.Field} of {name} for {run.Script.Words}",
                };
            }

            return null;
        });
        if (!any)
            throw Judge.Later(PatientCallExercise.Exercise, PatientCallExercise.EntriesId);
    }

    public static Task NoTextAsync(IPatientCall call, Exam exam)
    {
        PatientScript[] scripts = [.. Enumerable.Range(0, 4).Select(i => new PatientScript(
            (i % 2 == 0 ? ModelTurn.Status(503) : ModelTurn.Fails(ModelFailure.Timeout)) with { Message = exam.Word(12) },
            i < 2 ? ModelTurn.Text(exam.Word(12)) : ModelTurn.Fails(ModelFailure.Json) with { Message = exam.Word(12) })
        { System = exam.Word(12), User = exam.Word(12) })];
        return new PatientTrials(call, exam).HoldOnlyAsync(scripts, run =>
        {
            string[] secrets = [run.Script.System, run.Script.User, .. run.Script.Turns.Select(t => t.Answer?.Text ?? t.Message).Where(t => t.Length == 12)];
            return secrets.FirstOrDefault(s => run.Log.Entries.Any(e => e.PlaceOf(s) is not null)) is { } shown
                ? new Fault(GotText.Place(run.Log, shown), "no text of the prompts, the answer or an exception", $"Got.Place(run.Log, {CodeText.Literal(shown)});")
                : null;
        });
    }

    private static (string Field, string Expected)? Wrong(PatientRun run, LogEntry entry, PatientRun.Attempt attempt)
    {
        PatientScript script = run.Script;
        (string Name, object Value)[] wanted =
        [
            ("RequestId", script.RequestId), ("Model", "demo"), ("PromptLength", (double)(script.System.Length + script.User.Length)),
            .. attempt.Turn.Answer is null ? [("ErrorType", (object)attempt.Turn.ErrorType), ("FailureLocation", attempt.Turn.Location)] : ((string, object)[])[],
        ];
        foreach ((string field, object value) in wanted)
        {
            if (entry.Field(field) is not { } found || !value.Equals(found.Value))
                return (field, GotText.Value(value));
        }

        // By the clock that was given, or by one of the machine: a real attempt takes hardly any time here.
        double seconds = attempt.Turn.Seconds;
        return entry.Field("LatencySeconds")?.Value is double latency
            && (Math.Abs(latency - seconds) <= Tolerance || (latency > 0 && latency <= Math.Min(run.Took.TotalSeconds, seconds)))
            ? null
            : ("LatencySeconds", FormattableString.Invariant($"{seconds:0.###}"));
    }

    // Another requirement checks the names, so an answer that uses others has its entries judged all the same.
    private static IReadOnlyList<LogEntry> Entries(PatientRun run) => Named(run) is [_, ..] named ? named : [.. run.Log.Entries.Where(e => e.Field("RequestId") is not null)];

    private static IReadOnlyList<LogEntry> Named(PatientRun run) => [.. run.Log.Entries.Where(e => e.IsNamed(Ok) || e.IsNamed(Failed))];

    private static IEnumerable<(LogLevel Level, string Name)> Wanted(PatientRun run) =>
        run.Attempts.Select(a => a.Turn.Answer is null ? (LogLevel.Warning, Failed) : (LogLevel.Information, Ok));
}
