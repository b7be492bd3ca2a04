using System.CommandLine;
using System.Text.Json;
using CachingLab.Cli.Grades;
using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Grading.Likenesses;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab report</c>: makes reports from records that <c>lab grade --json</c> wrote.</summary>
internal static class ReportCommand
{
    private const string About =
        """
        Makes reports from records that 'lab grade --json' wrote, without grading anything.

        The records of all parts of a class, graded with --shard on several machines, make the reports of one run.

        Exit codes: as those of 'lab grade'.
        """;

    public static Command Create()
    {
        var records = new Argument<string[]>("RECORD.json") { Description = "the records, in any order", Arity = ArgumentArity.OneOrMore };
        var reports = new ReportOptions();
        var command = new Command("report", About) { records };
        reports.AddTo(command);
        command.SetInterruptible((parsed, _) => RunAsync(parsed.GetValue(records)!, reports.ClassOf(parsed), reports.Of(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(string[] records, ClassFiles classFiles, AskedReports reports)
    {
        CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
        reports.Check();
        Func<GradeBook, GradeBook> ofClass = classFiles.Read();
        GradeBook book = LikenessFinder.Note(ofClass(Merged(records)), course);
        reports.Write(book);
        return await GradesEnd.CodeAsync(book, Console.Error);
    }

    private static GradeBook Merged(string[] records)
    {
        try
        {
            return BookMerge.Of([.. records.Select(r => (r, Read(r)))]);
        }
        catch (InvalidDataException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    private static GradeBook Read(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            return JsonReport.Read(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"{file}: there is no such file", e);
        }
        catch (JsonException e)
        {
            throw new IOException($"{file}: this is no record of 'lab grade --json': {CodeText.FirstLine(e.Message)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{file}: it cannot be read: {CodeText.FirstLine(e.Message)}", e);
        }
    }
}
