using System.CommandLine;
using CachingLab.Cli.Boards;
using CachingLab.Cli.Progress;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab list</c>: the board from what is remembered, without grading.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Shows the board as it was at the last check, as plain lines, at once.");
        command.SetAction(_ => Run(LabSession.Open(), Console.Out));
        return command;
    }

    internal static int Run(LabSession session, TextWriter output)
    {
        SubmissionRecord[] known =
        [
            .. Course.Notebooks.Select(n => new SubmissionRecord(
                n.Name, n.Name, [.. CourseFolder.ExercisesOf(n.Name).Select(e => session.Progress.Of(e.Id).Last ?? Unchecked(e))])),
        ];
        PlainBoard.Write(new GradeBook(known, ""), output);
        return ExitCode.Passed;
    }

    private static ExerciseRecord Unchecked(Exercise exercise) => new(
        exercise.Id, GradeStatus.NotAttempted, 0, exercise.Requirements.Count(r => !r.Stretch), 0, [], "not checked yet", [], 0);
}
