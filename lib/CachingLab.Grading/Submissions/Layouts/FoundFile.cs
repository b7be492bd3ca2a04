namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>A file among those that learners may have handed in.</summary>
/// <param name="Path">Its path in reports.</param>
/// <param name="Full">The path with the folders that reports leave out, such as the one top folder of a zip. It ends with a slash when it is a folder's.</param>
/// <param name="At">When it was last written, or null when that is not known.</param>
internal sealed record FoundFile(string Path, string Full, DateTimeOffset? At)
{
    /// <summary>The folders that <see cref="Path"/> leaves out, with a slash at the end; empty when there are none.</summary>
    public string Above => Full.TrimEnd('/') is var full && full.EndsWith("/" + Path, StringComparison.Ordinal) ? full[..^Path.Length] : "";
}
