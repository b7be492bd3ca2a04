using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.Grades;

/// <summary>How a call ends that wrote the reports of a grade book.</summary>
internal static class GradesEnd
{
    private const int LongestName = 300;

    /// <summary>Whether a file has no verdict because of the machine.</summary>
    public static bool IsOfMachine(SubmissionRecord row) => row.Error?.StartsWith(MachineFaultException.Words, StringComparison.Ordinal) == true;

    /// <summary>The exit code. When a file could not be graded, one line says so.</summary>
    public static async Task<int> CodeAsync(GradeBook book, TextWriter errors)
    {
        SubmissionRecord[] bad = [.. book.Submissions.Where(s => s.Error is not null).OrderByDescending(IsOfMachine)];
        if (bad.Length > 0)
        {
            await errors.WriteLineAsync(Line(bad, book.Submissions.Count));
            return ExitCode.BadInput;
        }

        return book.Submissions.SelectMany(s => s.Exercises).All(e => e.Status is GradeStatus.Passed or GradeStatus.NotAttempted)
            ? ExitCode.Passed
            : ExitCode.Failed;
    }

    private static string Line(SubmissionRecord[] bad, int all)
    {
        if (IsOfMachine(bad[0]))
            return $"{bad.Count(IsOfMachine)} of {all} files {SafeText.Line(bad[0].Error, LongestName)} (then the same '{LabCall.Name} grade' call grades only what is missing)";
        string first = $"{SafeText.Line(bad[0].Path, LongestName)}: {SafeText.Line(bad[0].Error, LongestName)}";
        return bad.Length == 1 ? $"could not be graded: {first}" : $"{bad.Length} of {all} files could not be graded, first {first}";
    }
}
