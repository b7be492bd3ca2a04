using System.Text.RegularExpressions;
using CachingLab.Exercises;
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

/// <summary>The names of notebook files.</summary>
internal static partial class NotebookName
{
    private static readonly char[] Joints = [' ', '-', '_', '.'];

    /// <summary>
    /// The learner whom a file's name names, as <c>ada</c> in <c>ada_01-cache-key.ipynb</c>; empty when it has no more than the notebook's name
    /// and what browsers and editors add to a copy's.
    /// </summary>
    public static string Owner(string file)
    {
        string stem = CopyMark().Replace(Path.GetFileNameWithoutExtension(file), "");
        foreach (string notebook in Course.Notebooks.Select(n => n.Name))
        {
            if (stem == notebook[..2])
                return "";
            int at = stem.IndexOf(notebook, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return (stem[..at].Trim(Joints) is { Length: > 0 } before ? before : stem[(at + notebook.Length)..]).Trim(Joints);
        }

        return stem;
    }

    [GeneratedRegex(@"(?:\s*\(\d{1,4}\)|[-_]\d{1,4}|\s*[- ]\s*copy\s*\d{0,4}|-checkpoint)+$", RegexOptions.IgnoreCase)]
    private static partial Regex CopyMark();
}
