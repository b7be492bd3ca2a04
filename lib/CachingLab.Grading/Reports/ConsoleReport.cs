using CachingLab.Exams;
using CachingLab.Grading.Records;
using CachingLab.Reports;

namespace CachingLab.Grading.Reports;

/// <summary>Writes a grade book as plain lines for a terminal or a log, with prose within 80 columns.</summary>
public static class ConsoleReport
{
    private const int Columns = 80;
    private const int LongestText = 600;

    /// <summary>Writes the book with all details; a class as one line for each learner, unless <paramref name="verbose"/>.</summary>
    public static void Write(GradeBook book, TextWriter output, bool verbose = false)
    {
        IReadOnlyList<LearnerRecord> learners = book.Learners;
        if (!verbose && learners.Count > 1)
        {
            WriteClass(book, learners, output);
            return;
        }

        foreach (SubmissionRecord submission in book.Submissions)
            WriteSubmission(submission, output);
        WriteTotals(book, output);
    }

    /// <summary>An exercise's line with its outcome and its points.</summary>
    public static string Line(ExerciseRecord exercise)
    {
        string stretch = exercise.StretchOf == 0 ? "" : $"stretch {exercise.StretchPoints}/{exercise.StretchOf}";
        string points = $"{exercise.Points}/{exercise.Of}";
        return $"{exercise.Id,-14} {StatusText.Words(exercise.Status),-13} {points,6}  {stretch,-12} {StatusText.Seconds(exercise.Seconds),7}".TrimEnd();
    }

    /// <summary>Writes the details of an exercise: what was repaired, and for each unmet requirement what was tried, got and expected.</summary>
    public static void WriteDetails(ExerciseRecord exercise, TextWriter output)
    {
        if (exercise.Message.Length > 0)
            Prose(output, "    ", exercise.Message);
        foreach (string note in exercise.Notes)
            Prose(output, "    note: ", note);
        if (exercise.Status is not GradeStatus.NotAttempted)
            WriteVerdicts(exercise, output);
        if (exercise.Printed is not { } printed)
            return;
        output.WriteLine("    " + printed.Heading);
        foreach (string line in printed.First)
            output.WriteLine("      " + SafeText.Visible(line));
    }

    private static void WriteVerdicts(ExerciseRecord exercise, TextWriter output)
    {
        foreach (Verdict requirement in exercise.Requirements.Where(r => r.Status is VerdictStatus.Failed))
            WriteFailed(requirement, output);
        List<Verdict> unrun = [.. exercise.Requirements.Where(r => r.Status is VerdictStatus.NotRun)];
        if (exercise.Stopped && unrun.Count > 0)
            Prose(output, "    not run: ", string.Join(", ", unrun.Select(r => r.Id)));
        else
            unrun.ForEach(r => Prose(output, $"    not run  {r.Id}: ", r.Message));
    }

    private static void WriteSubmission(SubmissionRecord submission, TextWriter output)
    {
        output.WriteLine(SafeText.Line(submission.Path));
        if (submission.Error is not null)
            Prose(output, "  could not be graded: ", submission.Error);
        else if (submission.Exercises.Count == 0)
            output.WriteLine("  no exercise in it: no points");
        foreach (ExerciseRecord exercise in submission.Exercises)
        {
            output.WriteLine("  " + Line(exercise));
            WriteDetails(exercise, output);
        }

        output.WriteLine();
    }

    private static void WriteFailed(Verdict requirement, TextWriter output)
    {
        Prose(output, requirement.Stretch ? "    stretch  " : "    unmet    ", $"{requirement.Title} ({requirement.Id})");
        if (requirement.Stretch || requirement.Counterexample is not Counterexample shown)
        {
            Prose(output, "             ", requirement.Message);
            return;
        }

        Prose(output, "      tried     ", shown.Tried);
        Prose(output, "      got       ", shown.Got);
        Prose(output, "      expected  ", shown.Expected);
        string label = "      paste     ";
        foreach (string line in SafeText.Visible(SafeText.Code(shown.Code, LongestText)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Code is not wrapped because it is meant to be copied.
            output.WriteLine(label + line);
            label = new string(' ', label.Length);
        }
    }

    private static void WriteClass(GradeBook book, IReadOnlyList<LearnerRecord> learners, TextWriter output)
    {
        foreach (string line in ClassLines.Of(book, learners))
            output.WriteLine(line);
        output.WriteLine();
        Prose(output, "", Counts(StatusText.Count(learners.Count, "learner"), [.. learners.SelectMany(l => l.Exercises)]));
        double[] marks = [.. learners.Select(l => l.Mark).Order()];
        string spread = $"lowest {StatusText.Mark(marks[0])}, median {StatusText.Mark(StatusText.Quantile(marks, 0.5))}, highest {StatusText.Mark(marks[^1])}";
        Prose(output, "", $"Points: {spread}, of {StatusText.Mark(learners[0].MarkOf)}");
        WriteEnd(book, output);
        Prose(output, "", "All details: -v, or --html FILE for a page.");
    }

    private static void WriteTotals(GradeBook book, TextWriter output)
    {
        List<ExerciseRecord> exercises = [.. book.Submissions.SelectMany(s => s.Exercises)];
        string stretch = $"stretch {exercises.Sum(e => e.StretchPoints)} of {exercises.Sum(e => e.StretchOf)}";
        Prose(output, "", Counts(StatusText.Count(book.Submissions.Count, "notebook"), exercises));
        Prose(output, "", $"Points: {exercises.Sum(e => e.Points)} of {exercises.Sum(e => e.Of)}, {stretch}");
        WriteEnd(book, output);
    }

    private static void WriteEnd(GradeBook book, TextWriter output)
    {
        int unreadable = book.Submissions.Count(s => s.Error is not null);
        if (unreadable > 0)
            output.WriteLine($"{StatusText.Count(unreadable, "file")} could not be graded");
        Prose(output, "Sandbox: ", book.Sandbox);
    }

    private static string Counts(string what, List<ExerciseRecord> exercises)
    {
        string counts = string.Join(", ", exercises.CountBy(e => e.Status).OrderBy(p => p.Key).Select(p => $"{p.Value} {StatusText.Words(p.Key)}"));
        return $"{what}, {StatusText.Count(exercises.Count, "exercise")}{(counts.Length > 0 ? ": " : "")}{counts}";
    }

    // All lines begin where the label ends.
    private static void Prose(TextWriter output, string label, string text)
    {
        foreach (string line in WrappedText.Lines(SafeText.Line(text, LongestText), Columns - label.Length, int.MaxValue))
        {
            output.WriteLine((label + line).TrimEnd());
            label = new string(' ', label.Length);
        }
    }
}
