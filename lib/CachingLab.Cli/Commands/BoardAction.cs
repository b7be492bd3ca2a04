using CachingLab.Cli.Boards;
using CachingLab.Execution;
using CachingLab.Grading;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab</c> alone: the course board.</summary>
internal static class BoardAction
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
        SandboxChoice sandbox = SandboxChoice.Make(SandboxMode.Auto);
        var grader = new NotebookGrader(course, new ExerciseGrader(new GradeOptions(), sandbox));
        var records = new List<SubmissionRecord>();
        foreach (string file in NotebookFiles.In(course.NotebooksFolder))
            records.Add(await grader.GradeAsync(file, Path.GetFileName(file), cancellationToken));
        var book = new GradeBook(records, sandbox.Description);
        PlainBoard.Write(book, Console.Out);
        return ExitCode.Passed;
    }
}
