using CachingLab.Exams;
using CachingLab.Exercises;

namespace CachingLab.Reports;

/// <summary>The sentences that the text report and the HTML report share.</summary>
internal static class ReportWords
{
    public const string AsAbove = "as above: the same exception";
    public const string StretchHeading = "Beyond the exercise (optional)";

    public static string NotAttempted(Exercise exercise) =>
        $"Not attempted yet: finish {exercise.Declares} in the cell above, run it, then run this one again.";

    public static string Headline(ExamReport report)
    {
        int elsewhere = report.Required.Count(r => r.ByGrader);
        int of = report.Required.Count() - elsewhere;
        int passed = report.Required.Count(r => r.Status is VerdictStatus.Passed);
        string met = report.Passed ? $"all {of} requirements met" : $"{passed} of {of} requirements met";
        string here = report.PassedHere && !report.Passed ? ", all that can be judged here" : elsewhere > 0 ? " here" : "";
        return met + here + (elsewhere > 0 ? $"; {LabCall.Name} grade judges {elsewhere} more" : "");
    }

    /// <summary>The mark beside a requirement. An unmet stretch requirement is an invitation, not a failure.</summary>
    public static string Mark(Verdict result) => result.Status switch
    {
        VerdictStatus.Passed => "[ok]",
        VerdictStatus.Failed when !result.Stretch => "[no]",
        _ => "[--]",
    };

    /// <summary>The sentence below a requirement without a counterexample, or null when there is nothing to say.</summary>
    public static string? Note(Verdict result) => result.Status switch
    {
        VerdictStatus.Passed => null,
        _ when result.Counterexample is not null => null,
        VerdictStatus.NotRun when !result.Message.StartsWith("not run", StringComparison.Ordinal) => "not run: " + result.Message,
        _ => result.Message,
    };

    public static string Next(ExamReport report)
    {
        if (!report.PassedHere)
            return "Next: change the cell above, run it, then run this one again.";
        Exercise? next = Part(report.Exercise).SkipWhile(e => e.Id != report.Exercise.Id).Skip(1).FirstOrDefault();
        return next switch
        {
            null => "Next: read on below.",
            _ when next.Notebook == report.Exercise.Notebook => $"Next: read on below; the next exercise of this notebook is '{next.Title}'.",
            _ => $"Next: read on below, then open {next.Notebook}.ipynb.",
        };
    }

    // In a notebook the assembly of part two is loaded by its path, and would not be found by its name. Of a generic interface, the first type is a part's own.
    private static IReadOnlyList<Exercise> Part(Exercise exercise) =>
        Course.PartOne.Has(exercise.Notebook) ? Course.PartOne.Exercises
        : CoursePart.ExercisesIn((exercise.WorkType.GenericTypeArguments is [var input, ..] ? input : exercise.WorkType).Assembly);

    /// <summary>How to see hints in a report without folded ones, or null when everything is met.</summary>
    public static string? Hints(ExamReport report) => report.PassedHere ? null : $"Stuck? For a hint: {LabCall.Name} hint {report.Exercise.Id}";

    public static string Seed(ExamReport report) =>
        FormattableString.Invariant($"Random inputs drawn from seed {report.Seed}.");
}

/// <summary>What a report says besides the exam's verdicts.</summary>
public sealed record Remarks
{
    public static Remarks None { get; } = new();

    /// <summary>What the learner must know before reading the verdicts, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>Information for the end of the report, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What to do about the course's own files, or null.</summary>
    public string? Advice { get; init; }

    /// <summary>What the answer printed, or null.</summary>
    public PrintedLines? Printed { get; init; }
}
