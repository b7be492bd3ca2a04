using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Exercises.RequestLog;

/// <summary>What the fields of an entry hold, and what they must not.</summary>
internal static class LoggedFieldRequirements
{
    private const double Tolerance = 0.02;

    public static async Task FieldsAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        LlmRequest request = new("demo-" + exam.Word(4), "Be brief,\r\ncaf\u00e9.", $"What is {exam.Word()} \ud83d\ude00 e\u0301?");
        bool any = false;

        // What tools and examples say is no part of the two prompts.
        var grown = new ExtendedLlmRequest("demo", "Be brief.", "Hello") { Tools = [new("find", "Looks it up.", "{}")], Examples = [new("Two and two?", "Four.")] };
        await trials.HoldAsync(
            Check, [.. ((LlmRequest[])[request, grown]).SelectMany(r => new[] { trials.Answered with { Request = r }, trials.Thrown with { Request = r } })]);
        if (!any)
            throw Later("ok-entry");

        UnmetException? Check(CallTrial trial, LoggedScript script)
        {
            if (Judged(trial, script) is not { } entry)
                return null;
            any = true;
            (string Name, object Value)[] wanted =
            [
                ("RequestId", script.RequestId), ("Model", script.Request.Model),
                ("PromptLength", (double)(script.Request.SystemPrompt.Length + script.Request.UserPrompt.Length)), ("Attempt", 0.0),
            ];
            foreach ((string field, object value) in wanted)
            {
                if (entry.Field(field) is not { } found || !value.Equals(found.Value))
                    return trial.UnmetField($"{field} of {entry.Name} for {script.Words}", entry.Name, field, GotText.Value(value));
            }

            return entry.Field("LatencySeconds") is { Value: double }
                ? null
                : trial.UnmetField($"LatencySeconds of {entry.Name} for {script.Words}", entry.Name, "LatencySeconds", "a number");
        }
    }

    public static async Task LatencyAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        LoggedScript ok = Lasting(trials.Answered, 60, ReplyForm.InATask), failed = Lasting(trials.Thrown, 120, ReplyForm.InATask);
        bool any = false;
        LoggedScript slow = Lasting(ok, 1_050, ReplyForm.InATask);
        Task<(CallTrial Trial, double Seconds)> running = trials.TimedAsync(slow);
        LoggedScript[] others =
        [
            ok, failed, Lasting(ok, 50, ReplyForm.BeforeATask), Lasting(failed, 50, ReplyForm.BeforeATask),
            Lasting(ok, 120, ReplyForm.InATask) with { Beside = Lasting(failed, 20, ReplyForm.InATask), BesideAfter = 60 },
            Lasting(failed, 120, ReplyForm.InATask) with { Beside = Lasting(ok, 20, ReplyForm.InATask), BesideAfter = 60 },
            Lasting(failed, 40, ReplyForm.InATask) with { Beside = Lasting(ok, 100, ReplyForm.InATask) },
        ];
        foreach (LoggedScript script in others)
            Check(script, await trials.TimedAsync(script));
        Check(slow, await running);
        if (!any)
            throw Later("common-fields");

        // A timer may end a clock's tick early, which the tolerance allows.
        void Check(LoggedScript script, (CallTrial Trial, double Seconds) timed)
        {
            (CallTrial trial, double longest) = timed;
            double shortest = script.Reply.Milliseconds / 1_000.0;
            if (trial.Entry(script.Entry) is not { } entry || entry.Field("LatencySeconds")?.Value is not double seconds)
                return;
            any = true;
            if (!(seconds >= shortest - Tolerance && seconds <= longest + Tolerance))
                throw trial.UnmetField(
                    FormattableString.Invariant($"LatencySeconds of {entry.Name} for a model that was told to take {shortest:0.000} s"), entry.Name, "LatencySeconds",
                    FormattableString.Invariant($"between {shortest:0.000} and {longest:0.000}"));
        }

        static LoggedScript Lasting(LoggedScript script, int milliseconds, ReplyForm form) =>
            script with { Reply = script.Reply with { Milliseconds = milliseconds, Form = form } };
    }

    public static async Task ClockAsync(ILoggedCall call, Exam exam)
    {
        var trials = new LoggedTrials(call, exam);
        CallTrial trial = await trials.RunAsync(trials.Answered);
        ClockUse clocks = (exam.Code
            ?? throw new NotRunException($"the compiled code of your cell could not be read in this notebook engine; {LabCall.Name} grade judges it") { ByGrader = true }).Clocks;
        if (clocks.HasFlag(ClockUse.WallClock) && !clocks.HasFlag(ClockUse.Monotonic))
            throw exam.Unmet("the clocks that the cell reads", GotText.Clocks(clocks), "one that only goes forward, such as Stopwatch", "Got.Clocks(LoggedCallAsync);");
        if (clocks is ClockUse.None && trial.Entry(LoggedTrials.Ok)?.Field("LatencySeconds")?.Value is not > 0.0)
            throw Later("latency-in-seconds");
    }

    public static async Task FailureFieldAsync(ILoggedCall call, Exam exam, string field, Func<ScriptedReply, string> wanted)
    {
        bool any = false;
        await new LoggedTrials(call, exam).HoldAsync((trial, script) =>
        {
            if (script.Reply.Answers || Judged(trial, script) is not { } entry)
                return null;
            any = true;
            string expected = wanted(script.Reply);
            return Plain(entry.Field(field)?.Value as string) == Plain(expected)
                ? null
                : trial.UnmetField($"{field} of {script.Words}", entry.Name, field, CodeText.Literal(expected));
        });
        if (!any)
            throw Later("failed-entry");

        // The name of a generic type may be written with the number of its parameters, with the parameters, or without.
        static string? Plain(string? name) => name?.Split('`', '<')[0];
    }

    public static Task NoTextAsync(ILoggedCall call, Exam exam)
    {
        (LoggedTrials trials, DrawnCalls draws) = (new LoggedTrials(call, exam), new DrawnCalls(exam));
        return trials.HoldAllAsync(SecretCalls.Of(trials.Answered, draws, exam), (trial, script) =>
            SecretCalls.Shown(script, trial.Log) is { } shown
                ? trial.Unmet(script.Words, GotText.Place(trial.Log, shown), "no text of the prompts or the answer", $"Got.Place(log, {CodeText.Literal(shown)});")
                : null);
    }

    public static async Task BracesAsync(ILoggedCall call, Exam exam)
    {
        (LoggedTrials trials, DrawnCalls draws) = (new LoggedTrials(call, exam), new DrawnCalls(exam));
        if ((await trials.RunAsync(trials.Answered)).Entry(LoggedTrials.Ok)?.Field("RequestId")?.Value as string != trials.Answered.RequestId)
            throw Later("common-fields");
        string? usual = (await trials.RunAsync(trials.Thrown)).Thrown?.TypeName;
        await trials.HoldAllAsync(draws.Braced(trials.Answered), (trial, script) =>
            (script.Reply.Answers ? trial.Thrown is not null : trial.Thrown?.TypeName != usual) ? trial.UnmetOutcome("braces in a text", "no exception from the log")
            : trial.Entry(script.Entry) is { } entry && entry.Field("RequestId")?.Value as string != script.RequestId
                ? trial.UnmetField("RequestId, with braces in a text", entry.Name, "RequestId", CodeText.Literal(script.RequestId))
            : null);
    }

    // Another requirement checks the entry's name. An entry of a disabled level is not judged.
    private static LogEntry? Judged(CallTrial trial, LoggedScript script) => script.Off.Contains(script.Level) ? null : trial.Entry(script.Entry);

    private static NotRunException Later(string id) => RequestLogExercise.Exercise.Later(id);
}
