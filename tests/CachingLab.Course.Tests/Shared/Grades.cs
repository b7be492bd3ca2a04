using CachingLab.Grading;

namespace CachingLab.Course.Tests;

/// <summary>What the grader finds in the course's notebooks: the same grading as <c>./lab grade</c>, once for each file.</summary>
internal static class Grades
{
    private static readonly NotebookGrader Grader = new(CourseFiles.Folder, SharedCompilers.Grader);

    /// <summary>The records of <c>notebooks/</c>, by notebook.</summary>
    public static SharedWork<string, SubmissionRecord> Notebooks { get; } = Of("notebooks");

    /// <summary>The records of <c>solutions/</c>, by notebook.</summary>
    public static SharedWork<string, SubmissionRecord> Solutions { get; } = Of("solutions");

    private static SharedWork<string, SubmissionRecord> Of(string edition) => new(
        CourseFiles.Names,
        name => Grader.GradeAsync(Path.Combine(CourseFiles.FolderOf(edition), name + ".ipynb"), $"{edition}/{name}.ipynb"));
}
