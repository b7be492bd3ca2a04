using System.CommandLine;
using CachingLab.Cli.Helping;
using CachingLab.Cli.Progress;
using CachingLab.Exams;
using CachingLab.Grading;
using Spectre.Console;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab hint</c>: the next hint for what fails.</summary>
internal static class HintCommand
{
    public static Command Create()
    {
        Argument<string> word = ExerciseArgument.Create();
        var command = new Command("hint", "Shows the next hint for the first requirement that fails, one more each time.") { word };
        command.SetInterruptible((parsed, token) => RunAsync(LabSession.Open(), parsed.GetValue(word)!, AnsiConsole.Console, token));
        return command;
    }

    internal static async Task<int> RunAsync(LabSession session, string word, IAnsiConsole console, CancellationToken cancellationToken)
    {
        IReadOnlyList<Exercise> exercises = ExerciseArgument.Find(word);
        if (exercises.Count == 0)
            return ExitCode.BadInput;
        session.Pristine.RecordFirstUse();
        FreshVerdicts verdicts = session.Verdicts();
        Exercise exercise = exercises[0];
        ExerciseRecord record = await verdicts.OfAsync(exercise, cancellationToken);

        // A notebook's name means the first exercise in it that is not done.
        foreach (Exercise next in exercises.Skip(1))
        {
            if (record.Status is GradeStatus.Passed)
                (exercise, record) = (next, await verdicts.OfAsync(next, cancellationToken));
        }

        HintText.Write(new HintDesk(session.Progress).Next(record), exercise.Title, console);
        return ExitCode.Passed;
    }
}
