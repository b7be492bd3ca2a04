using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>The layouts that are known, and the choice of one for each argument.</summary>
internal static class LearnerLayouts
{
    // The last one fits always.
    private static readonly ILearnerLayout[] Known = [new FolderLayout()];

    /// <summary>The submissions of an argument with their learners.</summary>
    /// <param name="found">The submissions.</param>
    /// <param name="from">The argument's name when several were given, which keeps their learners apart; else null.</param>
    public static IEnumerable<FoundSubmission> Name(IReadOnlyList<FoundSubmission> found, string? from)
    {
        ILearnerLayout layout = Known.First(l => l.Fits([.. found.Select(f => f.Path)]));
        return found.Select(f => f with { HandIn = Below(from, layout.Of(f.Path)) });
    }

    private static HandIn Below(string? from, HandIn handIn) => from is null
        ? handIn
        : handIn with { Id = Join(from, handIn.Id), Name = Join(from, handIn.Name) };

    private static string Join(string from, string name) => name.Length == 0 ? from : $"{from}/{name}";
}
