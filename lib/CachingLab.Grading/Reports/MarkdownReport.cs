using System.Globalization;
using System.Text;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Writes a summary as Markdown, for the page of a CI job: a class as a row for each learner, one learner as a row for each requirement.</summary>
public static class MarkdownReport
{
    /// <summary>Writes the summary in UTF-8.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        IReadOnlyList<LearnerRecord> learners = book.Learners;
        if (learners.Count == 1)
            WriteLearner(writer, learners[0]);
        else
            WriteClass(writer, book, learners);
        WriteUngradable(writer, book);
        writer.WriteLine($"Sandbox in force: {MarkdownText.Of(book.Sandbox)}");
        if (book.Course is not null)
            writer.WriteLine($"<br>CachingLab {MarkdownText.Of(book.Course)}");
    }

    private static void WriteClass(TextWriter writer, GradeBook book, IReadOnlyList<LearnerRecord> learners)
    {
        IReadOnlyList<BookExercise> exercises = book.Exercises;
        writer.WriteLine($"## CachingLab: {StatusText.Count(learners.Count, "learner")}\n");
        writer.WriteLine($"| learner | points | stretch |{string.Concat(exercises.Select(e => $" {e.Id} |"))}");
        writer.WriteLine($"|---|--:|--:|{string.Concat(exercises.Select(_ => ":-:|"))}");
        foreach (LearnerRecord learner in learners)
        {
            string cells = string.Concat(exercises.Select(e => $" {Cell(learner.Exercise(e.Id))} |"));
            string mark = $"{StatusText.Mark(learner.Mark)}/{StatusText.Mark(learner.MarkOf)}";
            writer.WriteLine($"| {Name(learner)} | {mark} | {(learner.Stretch > 0 ? $"+{learner.Stretch}" : "")} |{cells}");
        }

        writer.WriteLine("\n\u2713 passed, \u2717 failed, ! stopped, \u25cb not attempted, \u2013 not handed in\n");
    }

    private static void WriteLearner(TextWriter writer, LearnerRecord learner)
    {
        ExerciseRecord[] exercises = [.. learner.Exercises];
        int passed = exercises.Count(e => e.Status is GradeStatus.Passed);
        string name = learner.Name.Length == 0 ? "" : $"{Name(learner)}: ";
        string mark = $"{StatusText.Mark(learner.Mark)} of {StatusText.Mark(learner.MarkOf)} points";
        writer.WriteLine($"## CachingLab: {name}{mark}, {passed} of {StatusText.Count(exercises.Length, "exercise")} passed\n");
        writer.WriteLine("| exercise | state | points | stretch |\n|---|---|--:|--:|");
        foreach (ExerciseRecord exercise in exercises)
        {
            string message = exercise.Stopped ? $": {MarkdownText.Of(exercise.Message)}" : "";
            string stretch = exercise.StretchOf == 0 ? "" : $"{exercise.StretchPoints}/{exercise.StretchOf}";
            writer.WriteLine($"| {exercise.Id} | {StatusText.Sign(exercise.Status)} {StatusText.Words(exercise.Status)}{message} | {exercise.Points}/{exercise.Of} | {stretch} |");
        }

        writer.WriteLine("\n| exercise | requirement | met | why not |\n|---|---|:-:|---|");
        foreach (ExerciseRecord exercise in exercises.Where(e => e.Status is not GradeStatus.NotAttempted))
        {
            foreach (Verdict requirement in exercise.Requirements)
            {
                string title = MarkdownText.Of(requirement.Title) + (requirement.Stretch ? " (stretch)" : "");
                writer.WriteLine($"| {exercise.Id} | {title} | {Sign(requirement)} | {(requirement.Status is VerdictStatus.Passed ? "" : Why(requirement))} |");
            }
        }

        writer.WriteLine();
    }

    private static void WriteUngradable(TextWriter writer, GradeBook book)
    {
        SubmissionRecord[] bad = [.. book.Submissions.Where(s => s.Error is not null)];
        foreach (SubmissionRecord submission in bad)
            writer.WriteLine($"- could not be graded: {MarkdownText.Of(submission.Path)}: {MarkdownText.Of(submission.Error)}");
        if (bad.Length > 0)
            writer.WriteLine();
    }

    private static string Name(LearnerRecord learner) => learner.Name.Length == 0 ? "(no name)" : MarkdownText.Of(learner.Name, 80);

    private static string Why(Verdict requirement) => requirement.Counterexample is { } shown
        ? $"tried {MarkdownText.Of(shown.Tried)}<br>got {MarkdownText.Of(shown.Got)}<br>expected {MarkdownText.Of(shown.Expected)}"
        : MarkdownText.Of(requirement.Message);

    private static string Cell(ExerciseRecord? exercise) => exercise switch
    {
        null => "\u2013",
        { Status: GradeStatus.NotAttempted } => "\u25cb",
        _ => $"{StatusText.Sign(exercise.Status)} {exercise.Points}/{exercise.Of}",
    };

    private static string Sign(Verdict requirement) => requirement.Status switch
    {
        VerdictStatus.Passed => "\u2713",
        VerdictStatus.Failed => "\u2717",
        _ => "\u2013",
    };
}

/// <summary>Text that a learner may have chosen, in Markdown: never markup, a link, an image, a mention or the end of a table's cell.</summary>
internal static class MarkdownText
{
    private const string Marks = "&<>|`*_[]~@\\:#!$";

    /// <summary>The text on one line, of at most so many characters.</summary>
    public static string Of(string? text, int length = 200)
    {
        var shown = new StringBuilder();
        foreach (char c in SafeText.Line(text, length))
        {
            if (Marks.Contains(c, StringComparison.Ordinal))
                shown.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else
                shown.Append(c);
        }

        // A viewer makes a link of an address that has no scheme.
        return shown.Replace("www.", "www&#46;").Replace("WWW.", "WWW&#46;").ToString();
    }
}
