using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Exercises.RequestLog;

/// <summary>What a logged call does with its model, and which entries it writes.</summary>
internal static class LoggedCallRequirements
{
    public static Task OneCallAsync(ILoggedCall call, Exam exam)
    {
        (LoggedTrials trials, DrawnCalls draws) = (new LoggedTrials(call, exam), new DrawnCalls(exam));
        IEnumerable<ScriptedReply> replies =
        [
            new(exam.Word()), new(""), new("  Padded.\n"), new("caf\u00e9 {0}"), .. draws.Telling().Select(t => new ScriptedReply(t)),
            .. draws.Delays().Select(d => new ScriptedReply("Late.") { Milliseconds = d }),
        ];
        return trials.HoldAsync(
            (trial, script) => script.Reply.Answers && (trial.Thrown is not null || trial.Answer != script.Reply.Text)
                ? trial.UnmetOutcome(script.Words, $"the answer {CodeText.Literal(script.Reply.Text)}")
            : trial.Asked is [var asked] && (asked == script.Request || RequestText.Of(asked) == RequestText.Of(script.Request)) ? null
            : trial.UnmetCalls(script.Words, "one call with the request as it was given"), [.. replies.Select(r => trials.Answered with { Reply = r })]);
    }

    public static async Task EntryAsync(ILoggedCall call, Exam exam, bool failing)
    {
        await new LoggedTrials(call, exam).HoldAsync((trial, script) =>
        {
            bool off = script.Off.Contains(script.Level);
            return script.Reply.Answers == failing
                || ((off || (trial.Log.Named(script.Entry) is [{ } entry] && entry.Level == script.Level))
                    && trial.Log.Named(failing ? LoggedTrials.Ok : LoggedTrials.Failed) is [])
                    ? null
                    : trial.UnmetLog($"the log of {script.Words}", off ? "no other entry" : $"one entry, {script.Level} {script.Entry}");
        });
        await ManyAsync(call, exam, failing);
    }

    // Makes many calls in a row, to find code that logs only some of them.
    private static async Task ManyAsync(ILoggedCall call, Exam exam, bool failing)
    {
        (int count, string name) = failing ? (300, LoggedTrials.Failed) : (1_000, LoggedTrials.Ok);
        var request = new LlmRequest("demo", "Be brief.", exam.Word());
        string code = $$"""
            var log = new {{typeof(LogCollector).FullName}}();
            for (int i = 0; i < {{count}}; i++)
            {
                var llm = new FakeLlm(TimeSpan.Zero){{(failing ? ".Next(FakeReply.Network)" : "")}};
                try { await LoggedCallAsync($"req-{i}", {{RequestText.Of(request)}}, llm, log); } catch (Exception) { }
            }
            Got.Value(log.Named("{{name}}").Count);
            """;
        string tried = $"{count:N0} calls that {(failing ? "fail" : "succeed")}";
        exam.Try(code, tried);
        int logged = await call.EntriesAsync(request, count, failing, exam.CancellationToken);
        if (logged != count)
            throw exam.Unmet($"{tried}, and how many entries {name} they log", GotText.Value(logged), GotText.Value(count), code);
    }

    public static Task SameExceptionAsync(ILoggedCall call, Exam exam) => new LoggedTrials(call, exam).HoldAsync((trial, script) =>
        script.Reply.Answers ? null : trial.UnmetThrown(script.Words, script.Reply));

    public static Task StackAsync(ILoggedCall call, Exam exam) => new LoggedTrials(call, exam).HoldAsync((trial, script) =>
        trial.Setup.Scripted is null || trial.Thrown is not { } thrown || GotText.BeginsInModel(thrown.Stack)
            ? null
            : trial.Unmet(
                $"the stack trace of {script.Words}", GotText.Stack(thrown.Stack), "one that begins in the model, where it was thrown", "Got.Stack(thrown1);"));
}
