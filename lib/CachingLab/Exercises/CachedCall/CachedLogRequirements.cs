using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.CachedCall;

/// <summary>What is logged of hits and misses.</summary>
internal static class CachedLogRequirements
{
    public static async Task SetLoggedAsync(ICachedCall call, Exam exam)
    {
        await new CachedTrials(call, exam).HoldAsync(Check);

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
        bool any = false;
        await new CachedTrials(call, exam).HoldAsync(Check);
        if (!any)
            throw Later(CachedCallExercise.HitId);

        UnmetException? Check(CachedMoment moment)
        {
            CallTrial trial = moment.Trial;
            bool again = moment.Tries > 0 || moment.Step.Given is not null;
            if (!again)
                return trial.Log.Named(CachedTrials.Hit).Count > 0 ? trial.UnmetLog("the log of a miss", $"no {CachedTrials.Hit}") : null;
            if (!trial.IsHit || moment.Step.Off.Contains(LogLevel.Information))
                return null;
            any = true;
            return trial.Log.Named(CachedTrials.Hit) is [{ Level: LogLevel.Information }] ? null
                : trial.UnmetLog($"the log of a hit{moment.Step.Words}", $"one entry, Information {CachedTrials.Hit}");
        }
    }

    public static async Task ModelAsync(ICachedCall call, Exam exam)
    {
        bool any = false;
        await new CachedTrials(call, exam).HoldAsync(Check);
        if (!any)
            throw Later("set-is-logged");

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

    public static NotRunException Later(string id) => Judge.Later(CachedCallExercise.Exercise, id);
}
