using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>A folder or zip of a learner's name, or files that have the learner's name before or after the notebook's.</summary>
internal sealed class FolderLayout : ILearnerLayout
{
    public bool Fits(IReadOnlyList<string> paths) => true;

    public HandIn Of(string path)
    {
        string name = path.Split('/') is [var folder, _, ..] ? FolderName(folder) : NotebookName.Owner(path);
        return new(name, name);
    }

    private static string FolderName(string folder) => SubmissionPaths.IsZip(folder) ? System.IO.Path.GetFileNameWithoutExtension(folder) : folder;
}
