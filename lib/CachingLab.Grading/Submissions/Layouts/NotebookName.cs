using System.Text.RegularExpressions;
using CachingLab.Exercises;

namespace CachingLab.Grading.Submissions.Layouts;

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
