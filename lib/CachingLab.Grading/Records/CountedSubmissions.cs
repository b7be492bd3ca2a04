using System.Globalization;
using System.Text.RegularExpressions;

namespace CachingLab.Grading.Records;

/// <summary>Which of a learner's submissions count. Of two copies of one notebook it is the newer one, but never one without an attempt.</summary>
internal static partial class CountedSubmissions
{
    /// <summary>The submissions that count, in course order.</summary>
    public static IEnumerable<SubmissionRecord> Of(IEnumerable<SubmissionRecord> submissions) =>
        Copies(submissions).Select(copies => copies[0]);

    /// <summary>A line for each notebook that was handed in more than once, with the names of all its copies.</summary>
    public static IEnumerable<string> Notes(IEnumerable<SubmissionRecord> submissions) =>
        from copies in Copies(submissions)
        where copies.Count > 1
        let others = string.Join(", ", copies.Skip(1).Select(c => Place(c)))
        select $"{copies[0].Notebook} was handed in {copies.Count} times: {Place(copies[0])} counts, not {others}";

    // The copies of each notebook, the one that counts first.
    private static IEnumerable<List<SubmissionRecord>> Copies(IEnumerable<SubmissionRecord> submissions) => submissions
        .Where(s => s.Notebook is not null && s.Error is null)
        .GroupBy(s => s.Notebook!, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g
            .OrderByDescending(s => s.Exercises.Any(e => e.Begun))
            .ThenByDescending(s => s.HandIn?.At ?? DateTimeOffset.MinValue)
            .ThenByDescending(s => CopyNumber(s.Path))
            .ThenByDescending(s => s.Points)
            .ThenBy(s => s.From, StringComparer.Ordinal)
            .ThenBy(s => s.Path, StringComparer.Ordinal)
            .ToList());

    private static string Place(SubmissionRecord submission) =>
        SafeText.Line(submission.From is { } from ? $"{from}/{submission.Path}" : submission.Path, 160);

    // Browsers and platforms number the second file of a name: "01-cache-key (1).ipynb", "01-cache-key-1.ipynb".
    private static int CopyNumber(string path) =>
        Numbered().Match(Path.GetFileNameWithoutExtension(path)) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"(?:[-_]|\()([0-9]{1,4})\)?$")]
    private static partial Regex Numbered();
}
