using System.Text.Json;
using CachingLab.Exams;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>What a patient call asks, how often, and how it ends.</summary>
internal static class PatientRequirements
{
    private const string Outcome = "Console.WriteLine(run.Outcome);", Calls = "Console.WriteLine(run.Calls);";

    public static Task UnchangedAsync(IPatientCall call, Exam exam) => new PatientTrials(call, exam).HoldAsync(run =>
    {
        string wanted = JsonSerializer.Serialize(run.Script.Ask);
        if (run.Attempts is not [_, ..])
            return new Fault(run.Outcome, "an attempt", Outcome);
        if (run.Attempts.Any(a => JsonSerializer.Serialize(a.Asked) != wanted))
            return new Fault(run.Asked, $"{PatientRun.AskText(run.Script.Ask)}, each time", "Console.WriteLine(run.Asked);") { Tried = "what the client is asked" };
        foreach ((int i, PatientRun.Attempt attempt) in run.Attempts.Index())
        {
            if (attempt.Turn.Answer is not { } answer)
                continue;
            if (i < run.Attempts.Count - 1)
                return new Fault(run.Calls, PatientRun.CallsText(i + 1), Calls);
            if (run.End?.Reply is not { } reply || JsonSerializer.Serialize(reply) != JsonSerializer.Serialize(answer))
                return new Fault(run.Outcome, PatientRun.ReplyText(answer), Outcome);
        }

        return null;
    },
        [
            new PatientScript(ModelTurn.Text(" ")), new PatientScript(ModelTurn.Text("On its way.")) { Temperature = null },
            new PatientScript(ModelTurn.Status(503), ModelTurn.Text("On its way.")) { Temperature = null },
            .. new[] { "length", "content_filter", "tool_calls", null }.Select(f => new PatientScript(ModelTurn.Text("Your parcel is on its").Because(f))),
        ]);

    public static Task TriedAgainAsync(IPatientCall call, Exam exam) => new PatientTrials(call, exam).HoldAsync(run =>
        run.Attempts is [{ Turn.MayPass: true }] ? new Fault(run.Calls, "another attempt", Calls) : null);

    public static Task NotTriedAgainAsync(IPatientCall call, Exam exam) => new PatientTrials(call, exam).HoldAsync(
        run => run.Attempts.Index().FirstOrDefault(a => a.Item.Turn is { MayPass: false, Answer: null }) is { Item: not null, Index: var at } && at < run.Attempts.Count - 1
            ? new Fault(run.Calls, PatientRun.CallsText(at + 1), Calls)
            : null,
        [.. PatientDraws.Lasting.Select(t => new PatientScript(t))]);

    /// <summary>The second failure is of the same kind as the first, so that only the number of attempts matters.</summary>
    public static Task ThreeAttemptsAsync(IPatientCall call, Exam exam) => new PatientTrials(call, exam).HoldAsync(run => run.Attempts.Count switch
    {
        > 3 when run.Attempts.Take(3).All(a => a.Turn.MayPass) => new Fault(run.Calls, "3 attempts", Calls),
        2 when run.Attempts[0].Turn is { MayPass: true } first && run.Attempts[1].Turn == first => new Fault(run.Calls, "3 attempts", Calls),
        _ => null,
    });

    public static Task LastExceptionAsync(IPatientCall call, Exam exam) => new PatientTrials(call, exam).HoldAsync(
        run => run.Attempts is [.., { Turn.Answer: null, Turn.ErrorType: var type }] && !(run.End is { Reply: null, Attempt: { } attempt } && attempt == run.Attempts.Count - 1)
            ? new Fault(run.Outcome, $"the {type} of attempt {run.Attempts.Count}", Outcome)
            : null,
        new PatientScript(ModelTurn.Throttled(429, 40), ModelTurn.Fails(ModelFailure.Json)),
        new PatientScript(ModelTurn.Status(503).Taking(15), ModelTurn.Fails(ModelFailure.Stream).Taking(13), ModelTurn.Fails(ModelFailure.Json)));

    public static Task OwnCancellationAsync(IPatientCall call, Exam exam)
    {
        ModelTurn cancelled = ModelTurn.Fails(ModelFailure.Cancelled);
        return new PatientTrials(call, exam).HoldOnlyAsync(
            [new(cancelled), new(ModelTurn.Status(503), cancelled), new(cancelled with { Seconds = 2 })],
            run => run.Attempts.Index().FirstOrDefault(a => a.Item.Turn.Failure is ModelFailure.Cancelled) is not { Item: not null, Index: var at } ? null
                : at < run.Attempts.Count - 1 ? new Fault(run.Calls, PatientRun.CallsText(at + 1), Calls) { Tried = "a caller who cancels during an attempt" }
                : run.End?.TypeNames.Contains(typeof(OperationCanceledException).FullName) is true ? null
                : new Fault(run.Outcome, "an OperationCanceledException", Outcome) { Tried = "a caller who cancels during an attempt" });
    }

    public static async Task PollyAsync(IPatientCall call, Exam exam)
    {
        // What is not written yet says so here.
        await new PatientTrials(call, exam).PlainAsync();
        exam.Try("using CachingLab.Production.Exercises.PatientCall;\nawait PatientRun.PollyAsync(AskPatientlyAsync);");
        if (!await call.UsesPollyAsync())
            throw exam.Unmet("the compiled cell", PatientRun.PollyText(used: false), PatientRun.PollyText(used: true));
    }
}
