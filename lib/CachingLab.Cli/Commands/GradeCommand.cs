using System.CommandLine;
using CachingLab.Execution;
using CachingLab.Grading;
using CachingLab.Grading.Reports;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab grade</c>: grades notebooks or folders of submissions, and writes reports.</summary>
internal static class GradeCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "notebooks or folders", DefaultValueFactory = _ => ["notebooks"] };
        var json = new Option<string?>("--json") { Description = "write the record as JSON (- for stdout)" };
        var command = new Command("grade", "Grades notebooks or folders of submissions.") { paths, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(paths)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, CancellationToken cancellationToken)
    {
        CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory);
        SandboxChoice sandbox = SandboxChoice.Make(SandboxMode.Auto);
        var grader = new NotebookGrader(course, new ExerciseGrader(new GradeOptions(), sandbox));
        var records = new List<SubmissionRecord>();
        foreach (string file in paths.SelectMany(NotebookFiles.In))
            records.Add(await grader.GradeAsync(file, file, cancellationToken));
        var book = new GradeBook(records, sandbox.Description);
        ConsoleReport.Write(book, Console.Out);
        return ExitCode.Passed;
    }
}
