using System.Globalization;
using CachingLab.Grading.Records;

namespace CachingLab.Grading.Reports;

/// <summary>A class as plain lines within 80 columns: one for each learner.</summary>
internal static class ClassLines
{
    private const int Columns = 80;
    private const int WidestName = 28;

    /// <summary>A heading and the learners.</summary>
    public static IEnumerable<string> Of(GradeBook book, IReadOnlyList<LearnerRecord> learners)
    {
        int width = Math.Clamp(learners.Max(l => NameOf(l).Length), "learner".Length, WidestName);
        int exercises = book.Exercises.Count;
        yield return $"{"learner".PadRight(width)}  points  stretch  not passed";
        foreach (LearnerRecord learner in learners)
        {
            string points = $"{StatusText.Mark(learner.Mark)}/{StatusText.Mark(learner.MarkOf)}";
            string stretch = learner.Stretch == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"+{learner.Stretch}");
            string line = $"{NameOf(learner).PadRight(width)} {points,7}  {stretch,7}  ";
            yield return (line + Fitting(Parts(learner, exercises), Columns - line.Length)).TrimEnd();
        }
    }

    private static string NameOf(LearnerRecord learner) => learner.Name.Length == 0 ? "(no name)" : SafeText.Line(learner.Name, WidestName - 1);

    // What an instructor may want to look at: files without a grade first, then the exercises that are not passed.
    private static List<string> Parts(LearnerRecord learner, int exercises)
    {
        if (learner.Submissions.Count == 0)
            return ["nothing handed in"];
        var parts = new List<string>();
        int ungradable = learner.Ungradable.Count();
        if (ungradable > 0)
            parts.Add($"{StatusText.Count(ungradable, "file")} not gradable");
        ExerciseRecord[] counted = [.. learner.Exercises];
        parts.AddRange(counted.Where(e => e.Stopped).Select(e => $"{e.Id} ({StatusText.Words(e.Status)})"));
        parts.AddRange(counted.Where(e => e.Status is GradeStatus.Failed).Select(e => e.Id));
        int open = exercises - counted.Count(e => e.Status is not GradeStatus.NotAttempted);
        if (open > 0)
            parts.Add($"{open} not attempted");
        return parts.Count == 0 ? ["all passed"] : parts;
    }

    private static string Fitting(List<string> parts, int width)
    {
        for (int shown = parts.Count; shown > 0; shown--)
        {
            string text = string.Join(", ", parts.Take(shown)) + (shown < parts.Count ? $", +{parts.Count - shown}" : "");
            if (text.Length <= width)
                return text;
        }

        return $"{parts.Count} not passed";
    }
}
