using System.Globalization;
using System.Text;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Reports;

namespace CachingLab.Cli.Boards;

/// <summary>The report of one verdict as lines: the check cell's, as text.</summary>
internal static class ReportText
{
    /// <summary>The lines, folded to the width, with nothing in them that a terminal would take for a command.</summary>
    public static IEnumerable<string> Of(ExerciseRecord record, BoardStyle style)
    {
        Exercise exercise = Course.Steps.Single(e => e.Id == record.Id);
        bool judged = record.Requirements.Any(r => r.Status is not RequirementVerdict.NotRun);
        string text = judged
            ? TextReport.Write(ExamOf(exercise, record), record.Message.Length > 0 ? record.Message : null)
            : $"{exercise.Title}: {record.Message}";
        IEnumerable<string> notes = record.Notes.Select(n => $"note: {n}");
        // What is next stands on the board; the check cell's own words for it are about running cells.
        IEnumerable<string> lines = text.ReplaceLineEndings("\n").Split('\n').Where(l => !l.StartsWith("Next: ", StringComparison.Ordinal));
        return lines.Concat(notes).SelectMany(l => Fold(Visible(l, style.Unicode), style.Width));
    }

    /// <summary>A line cut at words, the rest indented as the line was.</summary>
    public static IEnumerable<string> Fold(string line, int width)
    {
        string indent = new(' ', Math.Min(line.Length - line.TrimStart().Length, width / 2));
        while (line.Length > width)
        {
            int cut = line.LastIndexOf(' ', width);
            if (cut <= indent.Length)
                cut = width;
            yield return line[..cut].TrimEnd();
            line = indent + line[cut..].TrimStart();
        }

        yield return line;
    }

    /// <summary>Control characters, and without Unicode all beyond ASCII, as escapes.</summary>
    public static string Visible(string line, bool unicode)
    {
        if (!line.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return line;
        var shown = new StringBuilder();
        foreach (char c in line)
        {
            bool unfit = char.IsControl(c) || c is (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') || (!unicode && c > '~');
            _ = unfit ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : shown.Append(c);
        }

        return shown.ToString();
    }

    private static ExamReport ExamOf(Exercise exercise, ExerciseRecord record) => new(exercise, record.Seed, [.. exercise.Requirements
        .Join(record.Requirements, i => i.Id, r => r.Id, (info, r) => new RequirementResult(info, StatusOf(r.Status), r.Message, r.Counterexample))]);

    private static RequirementStatus StatusOf(RequirementVerdict verdict) => verdict switch
    {
        RequirementVerdict.Passed => RequirementStatus.Passed,
        RequirementVerdict.Failed => RequirementStatus.Failed,
        _ => RequirementStatus.NotRun,
    };
}
