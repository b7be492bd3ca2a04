using System.Text.Json;
using CachingLab.Grading;
using CachingLab.Grading.Likenesses;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;

namespace CachingLab.Cli.Grades;

/// <summary>The action of <c>lab report</c>.</summary>
internal static class ReportAction
{
    /// <summary>Reads the records, writes the reports, and returns the exit code.</summary>
    /// <exception cref="IOException">A record cannot be used; the message says why in one line.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> records, ClassFiles classFiles, AskedReports reports)
    {
        CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
        reports.Check();
        Func<GradeBook, GradeBook> ofClass = classFiles.Read();
        GradeBook book = LikenessFinder.Note(ofClass(Merged([.. records.Select(r => (r, Read(r)))])), course);
        reports.Write(book);
        return await GradesEnd.CodeAsync(book, Console.Error);
    }

    private static GradeBook Merged(IReadOnlyList<(string Name, GradeBook Book)> books)
    {
        try
        {
            return BookMerge.Of(books);
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
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{file}: this is no record of 'lab grade --json': {Exams.CodeText.FirstLine(e.Message)}", e);
        }
    }
}
