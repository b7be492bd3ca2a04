using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>
/// Writes marks as the gradebook of Canvas imports them: the learner's columns, one assignment, and the row of its points. Canvas asks before it makes
/// an assignment of a title that it does not know.
/// </summary>
public static class CanvasReport
{
    private const string User = "SIS User ID";
    private const string Login = "SIS Login ID";
    private const string Section = "Section";

    /// <summary>Writes the book. A learner whom the roster lacks and who has no number of Canvas's is left out, because Canvas knows none.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        string[] notebooks = [.. book.Exercises.Select(e => e.Notebook).Distinct(StringComparer.Ordinal)];
        IReadOnlyList<LearnerRecord> learners = book.Learners;
        using StreamWriter writer = CsvLine.Writer(output, mark: false);
        CsvLine.Write(writer, ["Student", "ID", User, Login, Section, notebooks is [var one] ? $"CachingLab {one}" : "CachingLab"]);
        CsvLine.Write(writer, ["Points Possible", "", "", "", "", StatusText.Mark(learners.Max(l => (double?)l.MarkOf) ?? 0)]);
        foreach (LearnerRecord learner in learners.Where(l => l.Row is not null || IsNumber(l.IdOn(HandIn.Canvas))))
        {
            CsvLine.Write(
                writer,
                [
                    learner.Name,
                    NumberOf(learner),
                    learner.Row?.More.GetValueOrDefault(User) ?? (NumberOf(learner) == learner.Row?.Id ? "" : learner.Row?.Id),
                    learner.Row?.More.GetValueOrDefault(Login),
                    learner.Row?.More.GetValueOrDefault(Section),
                    StatusText.Mark(learner.Mark),
                ]);
        }
    }

    // A roster with the column of SIS ids is Canvas's own export, and its ids are Canvas's.
    private static string? NumberOf(LearnerRecord learner) => IsNumber(learner.IdOn(HandIn.Canvas))
        ? learner.IdOn(HandIn.Canvas)
        : learner.Row is { } row && row.More.ContainsKey(User) ? row.Id : "";

    // An anonymous hand-in has a code in place of a number.
    private static bool IsNumber(string? id) => id?.Length > 0 && id.All(char.IsAsciiDigit);
}
