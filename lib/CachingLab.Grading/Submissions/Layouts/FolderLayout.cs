using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>A folder or zip of a learner's name, or files that have the learner's name before or after the notebook's.</summary>
internal static class FolderLayout
{
    private const string CoursesOwn = "notebooks/";

    /// <summary>Whose a file is. The folders above, which the path leaves out, name the learner of a file that lies in no other folder.</summary>
    public static HandIn Of(string path, string above)
    {
        string name = FolderOf(path) ?? (NotebookName.Owner(path[(path.LastIndexOf('/') + 1)..]) is { Length: > 0 } owner ? owner : FolderOf(above) ?? "");
        return new(name, name);
    }

    /// <summary>The name of a folder, or of a zip in place of one.</summary>
    public static string NameOf(string folder) => Path.GetExtension(folder).Equals(".zip", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(folder) : folder;

    // The course's own folder is nobody's name.
    private static string? FolderOf(string path)
    {
        string below = path.StartsWith(CoursesOwn, StringComparison.OrdinalIgnoreCase) ? path[CoursesOwn.Length..] : path;
        return below.Split('/') is [var folder, _, ..] ? NameOf(folder) : null;
    }
}
