using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>
/// Writes marks as Moodle imports them: into an assignment by "upload grading worksheet", which looks for the columns <c>Identifier</c>,
/// <c>Grade</c> and <c>Last modified (grade)</c>, and into the gradebook by "import, CSV file", where a column of the roster, such as
/// <c>Email address</c> or <c>ID number</c>, identifies the learner.
/// </summary>
public static class MoodleReport
{
    private const string Identifier = "Identifier";
    private const string IdNumber = "ID number";
    private const string Modified = "Last modified (grade)";
    private const string Participant = "Participant ";

    // Moodle's sign for a grade that was never given.
    private const string Never = "-";
    private static readonly string[] Own = [Identifier, "Full name", IdNumber, "Grade", "Maximum Grade", Modified, "Feedback comments"];

    /// <summary>Writes the book. A learner whom the roster lacks and who has no participant's number is left out, because Moodle knows none.</summary>
    public static void Write(GradeBook book, Stream output)
    {
        string[] more = [.. book.Roster?.SelectMany(r => r.More.Keys).Distinct(StringComparer.Ordinal).Except(Own, StringComparer.OrdinalIgnoreCase) ?? []];
        using StreamWriter writer = CsvLine.Writer(output, mark: false);
        CsvLine.Write(writer, [.. Own[..3], .. more, .. Own[3..]]);
        foreach (LearnerRecord learner in book.Learners.Where(l => l.Row is not null || l.IdOn(HandIn.Moodle) is not null))
        {
            CsvLine.Write(
                writer,
                [
                    IdentifierOf(learner),
                    learner.Name,
                    NumberOf(learner.Row),
                    .. more.Select(m => learner.Row?.More.GetValueOrDefault(m)),
                    StatusText.Mark(learner.Mark),
                    StatusText.Mark(learner.MarkOf),
                    learner.Row?.More.GetValueOrDefault(Modified) ?? Never,
                    Feedback(learner),
                ]);
        }
    }

    private static string IdentifierOf(LearnerRecord learner) => learner switch
    {
        { Row.Id: { } id } when id.StartsWith(Participant, StringComparison.Ordinal) => id,
        { Row: { } row } when row.More.TryGetValue(Identifier, out string? own) => own,
        _ => learner.IdOn(HandIn.Moodle) is { } number ? Participant + number : "",
    };

    private static string? NumberOf(RosterRow? row) =>
        row?.More.GetValueOrDefault(IdNumber) ?? (row?.Id.StartsWith(Participant, StringComparison.Ordinal) == false ? row.Id : null);

    // The learner reads this, so an instructor's notes are not in it.
    private static string Feedback(LearnerRecord learner) => string.Join(
        "; ",
        [
            .. learner.Counted.Select(s => $"{s.Notebook}: {s.Points} of {s.Exercises.Sum(e => e.Of)}"),
            .. learner.Ungradable.Select(s => $"{s.Path} could not be graded: {s.Error}"),
        ]);
}
