using System.Globalization;
using System.Text;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Writes a CSV file (RFC 4180) with a row for each learner and exercise.</summary>
public static class CsvReport
{
    private const string Header =
        "learner,path,notebook,exercise,status,points,of,stretch_points,stretch_of,seconds,failed_requirements,message,sandbox";

    /// <summary>Writes the book in UTF-8 with a byte order mark: without one Excel reads names such as Zoë in the local code page.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(Header);
        foreach (SubmissionRecord submission in book.Submissions)
        {
            if (submission.Error is not null)
                WriteRow(writer, submission, "", "ungradable", "", "", "", "", "", "", submission.Error, book.Sandbox);
            foreach (ExerciseRecord exercise in submission.Exercises)
            {
                WriteRow(
                    writer,
                    submission,
                    exercise.Id,
                    StatusText.Id(exercise.Status),
                    Number(exercise.Points),
                    Number(exercise.Of),
                    Number(exercise.StretchPoints),
                    Number(exercise.StretchOf),
                    exercise.Seconds.ToString("0.###", CultureInfo.InvariantCulture),
                    string.Join(' ', exercise.Requirements.Where(r => !r.Stretch && r.Status is VerdictStatus.Failed).Select(r => r.Id)),
                    exercise.Message,
                    book.Sandbox);
            }
        }
    }

    private static void WriteRow(TextWriter writer, SubmissionRecord submission, params ReadOnlySpan<string> rest)
    {
        writer.Write($"{Cell(submission.HandIn?.Name)},{Cell(submission.Path)},{Cell(submission.Notebook)}");
        foreach (string text in rest)
            writer.Write("," + Cell(text));
        writer.WriteLine();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Cells have no line breaks, so that tools which split at line ends can read the file.
    private static string Cell(string? text)
    {
        string cell = SafeText.Line(text);
        // A spreadsheet evaluates a cell that starts like a formula. An apostrophe makes it text.
        if (cell is ['=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20', ..])
            cell = "'" + cell;
        return cell.AsSpan().ContainsAny(',', '"', '\'') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
