using CachingLab.Exams;

namespace CachingLab.Grading.Records;

/// <summary>Bounds the texts that a learner's code can put into a record.</summary>
internal static class RecordText
{
    private const int Longest = 2_000;
    private const int LongestSource = 8_000;
    private const int MostNotes = 50;

    /// <summary>Shortens all long texts of a record.</summary>
    public static ExerciseRecord Bound(ExerciseRecord record) => record with
    {
        Message = Cap(record.Message),
        Notes = record.Notes.Count <= MostNotes
            ? [.. record.Notes.Select(Cap)]
            : [.. record.Notes.Take(MostNotes).Select(Cap), $"and {record.Notes.Count - MostNotes:N0} more notes of this kind"],
        Source = record.Source is null ? null : SafeText.Code(record.Source, LongestSource, "the notebook has all of it"),
        Requirements = [.. record.Requirements.Select(r => r with { Message = Cap(r.Message), Counterexample = Bound(r.Counterexample) })],
    };

    private static Counterexample? Bound(Counterexample? shown) =>
        shown is null ? null : new(Cap(shown.Tried), Cap(shown.Got), Cap(shown.Expected), SafeText.Code(shown.Code, Longest));

    private static string Cap(string text) => SafeText.Cap(text, Longest);
}
