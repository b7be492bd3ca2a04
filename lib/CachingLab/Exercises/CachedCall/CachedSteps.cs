using CachingLab.Exercises.Calls;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.CachedCall;

/// <summary>Drawn calls that several requirements judge: misses and hits.</summary>
internal static class CachedSteps
{
    /// <summary>A call with nothing odd about it.</summary>
    public static CachedStep Plain { get; } = new(new("demo", "Be brief.", "What?"), new("Yes."));

    public static IEnumerable<IReadOnlyList<CachedStep>> All(DrawnCalls draws)
    {
        CachedStep empty = new(draws.Small(), new(""));
        CachedStep late = new(draws.Small(), draws.AnyAnswer()) { Meanwhile = "theirs" };
        CachedStep[] busy = [late, late with { Reply = late.Reply with { Milliseconds = 5 } }];
        return
        [
            [Plain, Plain], [Plain, Plain with { Off = [LogLevel.Trace, LogLevel.Debug] }], [empty, empty, empty with { Given = "" }],
            .. busy.Select(b => (IReadOnlyList<CachedStep>)[b]), .. Hits(draws, 6),
            .. Misses(draws, 10).Select(m => (IReadOnlyList<CachedStep>)[m]),
        ];
    }

    // Misses, some of them beside another call or with disabled log levels.
    private static IEnumerable<CachedStep> Misses(DrawnCalls draws, int count)
    {
        foreach (int i in Enumerable.Range(0, count))
        {
            var step = new CachedStep(draws.Small(), draws.AnyAnswer()) { Off = draws.Off() };
            yield return i % 3 != 2 ? step : step with
            {
                Reply = step.Reply with { Milliseconds = i % 2 == 0 ? 15 : 5 },
                Beside = new CachedStep(draws.Small(), draws.AnyAnswer() with { Milliseconds = i % 2 == 0 ? 5 : 15 }),
                BeginsFirst = i % 9 == 8,
            };
        }
    }

    // Two requests that are repeated, and one with a cache that already holds an answer under every key.
    private static IEnumerable<IReadOnlyList<CachedStep>> Hits(DrawnCalls draws, int count)
    {
        foreach (int _ in Enumerable.Range(0, count))
        {
            (CachedStep one, CachedStep other) = (new(draws.Small(), draws.AnyAnswer()), new(draws.Small(), draws.AnyAnswer()));
            ScriptedReply never = new("never to be seen");
            CachedStep[] again = [one with { Reply = never }, other with { Reply = never, Off = draws.Off() }];
            yield return [one, again[0], other, again[1], again[0], new CachedStep(draws.Small(), never) { Given = draws.Answer(), Off = draws.Off() }];
        }
    }
}
