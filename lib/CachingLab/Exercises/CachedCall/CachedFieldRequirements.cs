using System.Text.RegularExpressions;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.CachedCall;

/// <summary>Requests that differ never share an entry.</summary>
internal static partial class CachedFieldRequirements
{
    private const int MostPairs = 36;

    public static async Task FieldsAsync(ICachedCall call, Exam exam)
    {
        var trials = new CachedTrials(call, exam) { AsTheyAre = true };
        LlmRequest[] requests = [.. KeyPairs.Of(exam, MostPairs).SelectMany(p => new[] { p.First, p.Second }), .. Placeholders(exam)];
        requests = [.. requests.Distinct()];
        CachedStep[] steps = [.. requests.Select((r, i) => new CachedStep(r, new($"answer {i}")))];
        UnmetException? Check(CachedMoment moment) => moment.Tries == 0 ? CachedCallRequirements.NotCalled(moment, "the second of two requests that differ") : null;
        if (await trials.FirstFaultAsync(steps, Check) is not { } at)
        {
            if (await CachedKeys.SameAsync(call, exam) is { } same)
                await trials.HoldAsync([new CachedStep(same.First, new("first")), new CachedStep(same.Second, new("second"))], Check);
            await EachItsOwnAsync(new CachedTrials(call, exam), new DrawnCalls(exam));
            return;
        }

        // The answer tells which earlier request the entry belongs to.
        foreach (CachedStep earlier in steps.Take(at.Place).Where(s => at.Answer is null || s.Reply.Text == at.Answer))
            await trials.HoldAsync([earlier, steps[at.Place]], Check);
        await trials.HoldAsync(steps[..(at.Place + 1)], Check);
    }

    // Makes two requests at the same time: afterwards each must get its own answer.
    private static async Task EachItsOwnAsync(CachedTrials trials, DrawnCalls draws)
    {
        foreach (bool longer in (bool[])[true, false])
        {
            CachedStep other = new(draws.Small(), new("the other's") { Milliseconds = longer ? 20 : 5 });
            CachedStep one = new(draws.Small(), new("its own") { Milliseconds = longer ? 5 : 20 });
            await trials.HoldAsync([one with { Beside = other }, one, other], moment => moment.Trial.Answer == moment.Step.Reply.Text
                ? null
                : moment.Trial.UnmetOutcome("a request after two at once", $"its own answer {CodeText.Literal(moment.Step.Reply.Text)}"));
        }
    }

    // Placeholders that the code replaces with a field, as the text of another field.
    private static IEnumerable<LlmRequest> Placeholders(Exam exam)
    {
        string word = exam.Word();
        string[] fields = [word, .. (exam.Code?.Texts ?? []).SelectMany(t => Placeholder().Matches(t).Select(m => m.Value)).Distinct().Take(16)];
        return fields.SelectMany(t => new LlmRequest[]
        {
            new("demo", t, word), new(t, "Be brief.", word), new("demo", word, t),
            new(word, "Be brief.", t), new(t, word, "What?"), new(word, t, "What?"),
        });
    }

    [GeneratedRegex(@"[{%$<\[#@_]+\w+[}%$>\]#@_]*")]
    private static partial Regex Placeholder();
}
