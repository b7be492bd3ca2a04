using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Cli.Grades;

/// <summary>The reports that a call asks for.</summary>
/// <param name="Files">Those that are one file each.</param>
internal sealed record AskedReports(IReadOnlyList<ReportFile> Files)
{
    /// <summary>The folder for feedback to give out, or null for none.</summary>
    public FeedbackFolder? Feedback { get; init; }

    /// <summary>Whether the console report of a class has all details.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether only errors are printed.</summary>
    public bool Quiet { get; init; }

    /// <summary>Checks that the reports can be written, before the grading.</summary>
    /// <exception cref="IOException">A report cannot be written; the message says why in one line.</exception>
    public void Check()
    {
        ReportFile.Check(Files);
        Feedback?.Check();
    }

    /// <summary>Writes all reports.</summary>
    /// <exception cref="IOException">A report cannot be written; the message says why in one line.</exception>
    public void Write(GradeBook book)
    {
        foreach (ReportFile report in Files)
            Try(report.Option, report.Target, () => report.Write(book));
        int learners = 0;
        if (Feedback is not null)
            Try(FeedbackFolder.Option, Feedback.Target, () => learners = Feedback.Write(book));
        if (Quiet || Files.Any(r => r.IsOutput))
            return;
        ConsoleReport.Write(book, Console.Out, Verbose);
        if (Feedback is not null)
            Console.WriteLine($"Feedback: {learners} {(learners == 1 ? "page" : "pages")} in {Feedback.Target}");
    }

    private static void Try(string option, string target, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"{option} {target}: the report could not be written: {e.Message.ReplaceLineEndings(" ")} (the same command grades nothing again)", e);
        }
    }
}
