using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Answers.Tests.Reports;

/// <summary>What a test says of one answer; a pass when neither is set.</summary>
/// <param name="Skip">Why it is skipped, or null.</param>
/// <param name="Failure">Why it fails, or null.</param>
internal sealed record TestOutcome(string? Skip, string? Failure)
{
    private static readonly TestOutcome Passed = new(null, null);

    /// <summary>The verdict on a learner's answer: it passes when every requirement but the stretch ones was judged and met.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="submission">What the grader found in its notebook.</param>
    /// <param name="strict">Whether an exercise that is not attempted fails.</param>
    public static TestOutcome Of(Exercise exercise, SubmissionRecord submission, bool strict)
    {
        if (RecordOf(exercise, submission) is not { } record)
            return new(null, Ungraded(exercise, submission));
        return record.Status switch
        {
            GradeStatus.Passed => Passed,
            GradeStatus.NotAttempted when strict => new(null, Text(record)),
            GradeStatus.NotAttempted => new(Text(record), null),
            _ => new(null, Text(record)),
        };
    }

    /// <summary>The verdict on a solution: it passes when every requirement is met, the stretch ones too.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="submission">What the grader found in its notebook.</param>
    public static TestOutcome OfSolution(Exercise exercise, SubmissionRecord submission)
    {
        ExerciseRecord? record = RecordOf(exercise, submission);
        if (record is not null && record.Requirements.All(r => r.Status is VerdictStatus.Passed || MayBeUnmetHere(r)))
            return Passed;
        if (record is null && submission.Error?.StartsWith(MachineFaultException.Words, StringComparison.Ordinal) == true)
            return new(null, Ungraded(exercise, submission));
        string found = record is null ? Ungraded(exercise, submission) : Text(record);
        return new(null, "This is the course's own answer, not yours: if it fails, do not trust the other verdicts of this run either.\n" + found);
    }

    // Windows does not replace a file that is being read, and this check reads all the time. The plain answer of 03 does not try again.
    private static bool MayBeUnmetHere(Verdict requirement) => OperatingSystem.IsWindows() && requirement.Id == "no-torn-read";

    /// <summary>The record of an exercise, or null when its notebook could not be graded.</summary>
    public static ExerciseRecord? RecordOf(Exercise exercise, SubmissionRecord submission) => submission.Exercises.FirstOrDefault(e => e.Id == exercise.Id);

    private static string Ungraded(Exercise exercise, SubmissionRecord submission) => submission.Error switch
    {
        null => $"{submission.Path}: it holds the cells of {submission.Notebook}, so {exercise.Id} is not in it",
        var error when error.StartsWith(submission.Path, StringComparison.Ordinal) => error,
        var error => $"{submission.Path}: {error}",
    };

    // As ./lab grade shows it.
    private static string Text(ExerciseRecord record)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine(ConsoleReport.Line(record));
        ConsoleReport.WriteDetails(record, text);
        return text.ToString().TrimEnd();
    }
}
