using CachingLab.Execution;
using CachingLab.Grading;

namespace CachingLab.Course.Tests;

/// <summary>What the grader finds in the course's notebooks: the same grading as <c>./lab grade</c>, once for each file.</summary>
internal static class Grades
{
    // What is tested here is what answers do, not how fast a busy machine lets them.
    private static readonly SandboxLimits Patient = new() { WallTime = TimeSpan.FromMinutes(5), CpuTime = TimeSpan.FromMinutes(2), CompileTime = TimeSpan.FromMinutes(2) };

    private static readonly Lazy<NotebookGrader> Grader = new(
        () => new(CourseFiles.Folder, new ExerciseGrader(new GradeOptions { Limits = Patient }, SandboxChoice.Make(SandboxMode.Auto))));

    /// <summary>The records of <c>notebooks/</c>, by notebook.</summary>
    public static SharedWork<string, SubmissionRecord> Notebooks { get; } = Of("notebooks");

    /// <summary>The records of <c>solutions/</c>, by notebook.</summary>
    public static SharedWork<string, SubmissionRecord> Solutions { get; } = Of("solutions");

    private static SharedWork<string, SubmissionRecord> Of(string edition) => new(
        CourseFiles.Names,
        name => Grader.Value.GradeAsync(Path.Combine(CourseFiles.FolderOf(edition), name + ".ipynb"), $"{edition}/{name}.ipynb"));
}
