using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.CachedCall;

/// <summary>What is logged of hits and misses.</summary>
internal static class CachedLogRequirements
{
    public static async Task SetLoggedAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam);
        await trials.HoldAsync(Check);

        // Another requirement checks that the second cache is used.
        await trials.HoldAsync([CachedSteps.Plain, CachedSteps.Plain with { Cache = 1 }], m => m.Elsewhere && m.Trial.Asked.Count == 0 ? null : Check(m));
        await ManyAsync(call, exam, stored: false);

        // Another requirement checks that an empty answer is stored.
        static UnmetException? Check(CachedMoment moment)
        {
            CallTrial trial = moment.Trial;
            if (moment.Tries > 0 || moment.Step.Given is not null)
                return trial.Asked.Count == 0 && trial.Log.Named(CachedTrials.Set).Count > 0 ? trial.UnmetLog("the log of a hit", $"no {CachedTrials.Set}") : null;
            return moment.Step.Off.Contains(LogLevel.Information) || (moment.Step.Reply.Text.Length == 0 && moment.Values.Count == moment.Before) ? null
                : trial.Log.Named(CachedTrials.Set) is [{ Level: LogLevel.Information }] ? null
                : trial.UnmetLog($"the log of a miss{moment.Step.Words}", $"one entry, Information {CachedTrials.Set}");
        }
    }

    public static async Task HitLoggedAsync(ICachedCall call, Exam exam)
    {
        (bool any, bool finds) = (false, false);
        await new CachedTrials(call, exam).HoldAsync(Check);
        if (!any)
            throw CachedCallExercise.Exercise.Later(CachedCallExercise.HitId);
        if (finds)
            await ManyAsync(call, exam, stored: true);

        UnmetException? Check(CachedMoment moment)
        {
            CallTrial trial = moment.Trial;
            bool again = moment.Tries > 0 || moment.Step.Given is not null;
            if (!again)
                return trial.Log.Named(CachedTrials.Hit).Count > 0 ? trial.UnmetLog("the log of a miss", $"no {CachedTrials.Hit}") : null;
            if (!trial.IsHit || moment.Step.Off.Contains(LogLevel.Information))
                return null;
            any = true;
            finds |= moment.Step.Given is { Length: > 0 };
            return trial.Log.Named(CachedTrials.Hit) is [{ Level: LogLevel.Information }] ? null
                : trial.UnmetLog($"the log of a hit{moment.Step.Words}", $"one entry, Information {CachedTrials.Hit}");
        }
    }

    // Makes many calls in a row, to find code that logs only some of them.
    private static async Task ManyAsync(ICachedCall call, Exam exam, bool stored)
    {
        int count = CachedCallRequirements.Many(exam);
        (string word, string name) = (exam.Word(), stored ? CachedTrials.Hit : CachedTrials.Set);
        string code = $$"""
            var log = new {{typeof(LogCollector).FullName}}();
            for (int i = 0; i < {{count}}; i++)
            {
                var cache = new {{typeof(RecordingCache).FullName}}{{(stored ? " { Always = \"Yes.\" }" : "()")}};
                await CachedCallAsync(cache, new LlmRequest("demo", "Be brief.", $"{{word}}{{(stored ? "" : " {i}")}}"), new FakeLlm(TimeSpan.Zero), log);
            }
            Got.Value(log.Named("{{name}}").Count);
            """;
        string tried = $"{count:N0} {(stored ? "hits" : "misses")} in a row";
        exam.Try(code, tried);
        int logged = await call.EntriesAsync(new LlmRequest("demo", "Be brief.", word), count, stored, exam.CancellationToken);
        if (logged != count)
            throw exam.Unmet($"{tried}, and how many entries {name} they log", GotText.Value(logged), GotText.Value(count), code);
    }

    public static async Task ModelAsync(ICachedCall call, Exam exam)
    {
        bool any = false;
        await new CachedTrials(call, exam).HoldAsync(Check);
        if (!any)
            throw CachedCallExercise.Exercise.Later("set-is-logged");

        UnmetException? Check(CachedMoment moment)
        {
            foreach (string name in (string[])[CachedTrials.Set, CachedTrials.Hit])
            {
                foreach (LogEntry entry in moment.Trial.Log.Named(name))
                {
                    any = true;
                    if (entry.Field("Model")?.Value as string != moment.Step.Request.Model)
                        return moment.Trial.UnmetField($"Model of {name}{moment.Step.Words}", name, "Model", CodeText.Literal(moment.Step.Request.Model));
                }
            }

            return null;
        }
    }
}
