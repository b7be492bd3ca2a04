using System.Globalization;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>One exercise of one submission, or one file that could not be graded, as a JUnit test suite.</summary>
/// <param name="Name">The submission's path and the exercise, without dots: Jenkins takes what is before the last dot of a class name for a package.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Cases">One a requirement.</param>
/// <param name="Properties">What else the record says.</param>
internal sealed record JUnitSuite(
    string Name, double Seconds, IReadOnlyList<JUnitCase> Cases, IReadOnlyList<(string Name, string Value)> Properties)
{
    /// <summary>The suites of one submission.</summary>
    public static IEnumerable<JUnitSuite> Of(SubmissionRecord submission)
    {
        if (submission.Error is not null)
            yield return new(NameOf(submission), 0, [new("the file can be graded", JUnitOutcome.Error, 0, submission.Error, "ungradable")], []);
        foreach (ExerciseRecord exercise in submission.Exercises)
            yield return new(NameOf(submission, ": " + exercise.Id), exercise.Seconds, CasesOf(exercise), PropertiesOf(exercise));
    }

    private static string NameOf(SubmissionRecord submission, string exercise = "")
    {
        string place = submission.From is null ? submission.Path : $"{submission.From}/{submission.Path}";
        return SafeText.Line(place.Replace(".ipynb", "", StringComparison.OrdinalIgnoreCase) + exercise).Replace('.', '\u00b7');
    }

    private static List<JUnitCase> CasesOf(ExerciseRecord exercise)
    {
        List<JUnitCase> cases = [.. exercise.Requirements.Select(r => JUnitCase.Of(exercise, r))];
        bool red = cases.Any(c => c.Outcome is JUnitOutcome.Failure or JUnitOutcome.Error);
        // A build that only counts failures must not accept an exercise without a verdict.
        if (!red && exercise.Status is not (GradeStatus.Passed or GradeStatus.NotAttempted))
            cases.Add(new("the exercise as a whole", JUnitOutcome.Error, 0, exercise.Message, StatusText.Id(exercise.Status)));
        return cases;
    }

    private static List<(string Name, string Value)> PropertiesOf(ExerciseRecord exercise) =>
    [
        ("status", StatusText.Id(exercise.Status)),
        ("points", string.Create(CultureInfo.InvariantCulture, $"{exercise.Points}/{exercise.Of}")),
        ("seed", exercise.Seed.ToString(CultureInfo.InvariantCulture)),
        .. exercise.Notes.Select(note => ("note", note)),
    ];
}
