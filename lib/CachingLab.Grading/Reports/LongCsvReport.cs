using System.Globalization;
using CachingLab.Exams;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Writes a CSV file with a row for each file and exercise, for a closer look in a spreadsheet.</summary>
public static class LongCsvReport
{
    private const string Header =
        "learner,path,notebook,exercise,status,points,of,stretch_points,stretch_of,seconds,failed_requirements,message,sandbox";

    /// <summary>Writes the book. A learner who handed in nothing has one row.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        using StreamWriter writer = CsvLine.Writer(output);
        writer.WriteLine(Header);
        foreach (LearnerRecord learner in book.Learners)
        {
            if (learner.Submissions.Count == 0)
                CsvLine.Write(writer, [learner.Id, "", "", "", "nothing-handed-in", "", "", "", "", "", "", "", book.Sandbox]);
            foreach (SubmissionRecord submission in learner.Submissions)
            {
                string?[] start = [learner.Id, submission.Path, submission.Notebook];
                if (submission.Error is not null)
                    CsvLine.Write(writer, [.. start, "", "ungradable", "", "", "", "", "", "", submission.Error, book.Sandbox]);
                foreach (ExerciseRecord exercise in submission.Exercises)
                    CsvLine.Write(writer, [.. start, .. Cells(exercise), book.Sandbox]);
            }
        }
    }

    private static IEnumerable<string> Cells(ExerciseRecord exercise) =>
    [
        exercise.Id,
        StatusText.Id(exercise.Status),
        CsvLine.Number(exercise.Points),
        CsvLine.Number(exercise.Of),
        CsvLine.Number(exercise.StretchPoints),
        CsvLine.Number(exercise.StretchOf),
        exercise.Seconds.ToString("0.###", CultureInfo.InvariantCulture),
        string.Join(' ', exercise.Requirements.Where(r => !r.Stretch && r.Status is VerdictStatus.Failed).Select(r => r.Id)),
        exercise.Message,
    ];
}
