using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>One requirement as a JUnit test case.</summary>
/// <param name="Name">Its title and id.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Message">Why it did not pass, in a sentence.</param>
/// <param name="Type">The exercise's status when that is the reason, else empty.</param>
/// <param name="Details">The counterexample, or empty.</param>
internal sealed record JUnitCase(string Name, JUnitOutcome Outcome, double Seconds = 0, string Message = "", string Type = "", string Details = "")
{
    /// <summary>The case of one requirement.</summary>
    public static JUnitCase Of(ExerciseRecord exercise, Verdict requirement)
    {
        var test = new JUnitCase($"{requirement.Title} ({requirement.Id})", JUnitOutcome.Passed, requirement.Seconds ?? 0);
        return (exercise.Status, requirement) switch
        {
            (_, { Status: VerdictStatus.Passed }) => test,
            (GradeStatus.NotAttempted, _) => test with { Outcome = JUnitOutcome.Skipped, Message = "not attempted yet" },
            (_, { Stretch: true }) => test with { Outcome = JUnitOutcome.Skipped, Message = Reason("stretch, not met", requirement.Message) },
            (_, { Status: VerdictStatus.Failed }) =>
                test with { Outcome = JUnitOutcome.Failure, Message = requirement.Message, Details = DetailsOf(requirement.Counterexample) },
            _ when exercise.Stopped =>
                test with { Outcome = JUnitOutcome.Error, Type = StatusText.Id(exercise.Status), Message = Reason(StatusText.Words(exercise.Status), exercise.Message) },
            _ => test with { Outcome = JUnitOutcome.Skipped, Message = Reason("not run", requirement.Message) },
        };
    }

    private static string Reason(string what, string why) => why.Length == 0 ? what : $"{what}: {why}";

    private static string DetailsOf(Counterexample? c) =>
        c is null ? "" : $"tried:    {c.Tried}\ngot:      {c.Got}\nexpected: {c.Expected}\n\n{c.Code}\n";
}

/// <summary>The outcome of a JUnit test case.</summary>
internal enum JUnitOutcome
{
    Passed,
    Failure,
    Error,
    Skipped,
}
