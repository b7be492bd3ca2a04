using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>What a patient call writes to its log.</summary>
internal static class EntryRequirements
{
    private const string Ok = "llm_call_ok", Failed = "llm_call_failed";
    private const double Tolerance = 0.02;

    public static Task OneEachAsync(IPatientCall call, Exam exam) => new PatientTrials(call, exam).HoldAsync(
        run => Named(run).Select(e => (e.Level, NameOf(e))).SequenceEqual(Wanted(run))
            ? null
            : new Fault(run.Log.ToString(), string.Join(", ", Wanted(run).Select(w => $"{w.Level} {w.Name}")), "Got.Log(run.Log);") { Tried = $"the log of {run.Script.Words}" },
        new PatientScript(ModelTurn.Fails(ModelFailure.Cancelled)));

    public static async Task NumbersAsync(IPatientCall call, Exam exam)
    {
        bool any = false;
        await new PatientTrials(call, exam).HoldAsync(run => FirstWrong(run, (i, entry) =>
        {
            any |= run.Attempts.Count > 1;
            if (entry.Field("Attempt")?.Value is double number && number == i)
                return null;
            string name = NameOf(entry);
            return ("Attempt", string.Join(", ", Entries(run).Index().Where(e => e.Item.IsNamed(name)).Select(e => e.Index)));
        }));
        if (!any)
            throw PatientCallExercise.Exercise.Later(PatientCallExercise.EntriesId);
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
        await trials.HoldOnlyAsync([.. longer, .. failing], run => FirstWrong(run, (i, entry) =>
        {
            any = true;
            return Wrong(run, entry, run.Attempts[i]);
        }));
        if (!any)
            throw PatientCallExercise.Exercise.Later(PatientCallExercise.EntriesId);
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

    // How many entries there are is judged by another requirement.
    private static Fault? FirstWrong(PatientRun run, Func<int, LogEntry, (string Field, string Expected)?> wrong)
    {
        IReadOnlyList<LogEntry> entries = Entries(run);
        if (entries.Count != run.Attempts.Count)
            return null;
        foreach ((int i, LogEntry entry) in entries.Index())
        {
            if (wrong(i, entry) is not { } found)
                continue;
            string name = NameOf(entry);
            return new Fault(GotText.Field(run.Log, name, found.Field), found.Expected, $"Got.Field(run.Log, \"{name}\", \"{found.Field}\");")
            {
                Tried = $"{found.Field} of {name} for {run.Script.Words}",
            };
        }

        return null;
    }

    private static string NameOf(LogEntry entry) => entry.IsNamed(Ok) ? Ok : Failed;

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
