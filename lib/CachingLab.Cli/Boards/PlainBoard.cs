using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;

namespace CachingLab.Cli.Boards;

/// <summary>The course board as plain lines of at most 80 columns.</summary>
internal static class PlainBoard
{
    /// <summary>Writes the board.</summary>
    /// <param name="book">What grading the learner's notebooks found.</param>
    /// <param name="output">Where to.</param>
    public static void Write(GradeBook book, TextWriter output)
    {
        ExerciseRecord[] records = [.. book.Submissions.SelectMany(s => s.Exercises)];
        output.WriteLine("CachingLab: caching and observability for LLM calls");
        foreach (CourseNotebook notebook in Course.Notebooks)
        {
            output.WriteLine();
            output.WriteLine($"{notebook.Name,-18} {notebook.Minutes,3} min  {notebook.Title}");
            foreach (Exercise exercise in Course.Exercises.Where(e => e.Notebook == notebook.Name))
                output.WriteLine($"  {Line(exercise, records.FirstOrDefault(r => r.Id == exercise.Id))}");
        }

        output.WriteLine();
        foreach (SubmissionRecord broken in book.Submissions.Where(s => s.Error is not null))
            output.WriteLine($"{broken.Path}: {broken.Error}");
        output.WriteLine($"Points: {records.Sum(r => r.Points)} of {records.Sum(r => r.Of)}");
        output.WriteLine(Next(records));
    }

    private static string Line(Exercise exercise, ExerciseRecord? record) =>
        $"{Mark(record?.Status),-4} {exercise.Title,-40} {Word(record?.Status),-14} {Points(record)}".TrimEnd();

    private static string Mark(GradeStatus? status) => status switch
    {
        GradeStatus.Passed => "[ok]",
        null or GradeStatus.NotAttempted => "[  ]",
        _ => "[no]",
    };

    private static string Word(GradeStatus? status) => status switch
    {
        null => "not found",
        GradeStatus.NotAttempted => "not attempted",
        GradeStatus.OutOfMemory => "out of memory",
        GradeStatus.CompileError => "does not compile",
        GradeStatus.Passed => "passed",
        GradeStatus.Failed => "failing",
        GradeStatus.Timeout => "timed out",
        GradeStatus.Crashed => "crashed",
        _ => "blocked",
    };

    private static string Points(ExerciseRecord? record) =>
        record is null or { Status: GradeStatus.NotAttempted } ? "" : $"{record.Points}/{record.Of}";

    private static string Next(ExerciseRecord[] records)
    {
        Exercise? next = Course.Exercises.FirstOrDefault(e => records.FirstOrDefault(r => r.Id == e.Id)?.Status is not GradeStatus.Passed);
        return next is null
            ? "Everything passes. The recap questions and stretch goals are still there."
            : $"Next: notebooks/{next.Notebook}.ipynb, cell {next.CellId}";
    }
}
