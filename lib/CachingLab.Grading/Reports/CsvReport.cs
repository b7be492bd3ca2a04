using System.Globalization;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>Writes <c>grades.csv</c>: a row for each learner, with the other columns of the roster at the end.</summary>
public static class CsvReport
{
    public static void Write(GradeBook book, Stream output)
    {
        string[] notebooks = [.. book.Exercises.Select(e => e.Notebook).Distinct(StringComparer.Ordinal)];
        string[] more = [.. book.Roster?.SelectMany(r => r.More.Keys).Distinct(StringComparer.Ordinal) ?? []];
        ILookup<string, Likeness> likenesses = (book.Likenesses ?? []).ToLookup(l => l.Learner);
        using StreamWriter writer = CsvLine.Writer(output);
        CsvLine.Write(writer, ["learner", "name", "total", "of", "stretch", .. notebooks, "handed_in", "late", "note", "sandbox", .. more]);
        foreach (LearnerRecord learner in book.Learners)
        {
            CsvLine.Write(
                writer,
                [
                    learner.Id,
                    learner.Name,
                    StatusText.Mark(learner.Mark),
                    StatusText.Mark(learner.MarkOf),
                    CsvLine.Number(learner.Stretch),
                    .. notebooks.Select(n => learner.Notebook(n) is { } counts ? CsvLine.Number(counts.Points) : ""),
                    learner.HandedIn?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    learner.Late ? "yes" : "",
                    string.Join("; ", [.. learner.Remarks, .. Likeness.Lines(likenesses[learner.Id])]),
                    book.Sandbox,
                    .. more.Select(m => learner.Row?.More.GetValueOrDefault(m)),
                ]);
        }
    }
}
