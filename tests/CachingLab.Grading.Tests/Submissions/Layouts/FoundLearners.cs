using CachingLab.Grading.Submissions;

namespace CachingLab.Grading.Tests.Submissions.Layouts;

/// <summary>Whose the files of an argument are, in words.</summary>
internal static class FoundLearners
{
    public static string[] In(string argument, string? pattern = null)
    {
        IReadOnlyList<FoundSubmission> set = SubmissionFinder.Find([argument], pattern);
        return [.. set.Select(s => $"{s.HandIn!.Id}|{s.HandIn.Name}{(s.HandIn.Late ? "|late" : "")}: {s.Path}")];
    }
}
