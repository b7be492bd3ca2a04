using System.CommandLine;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Exams;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab restore</c>: puts the last passing answer back into its cell.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        Argument<string> word = ExerciseArgument.Create();
        var command = new Command("restore", "Puts your last passing answer back into its cell; what was there is kept in .lab/kept/.") { word };
        command.SetAction(parsed => Run(LabSession.Open(), parsed.GetValue(word)!, Console.Out, Console.Error));
        return command;
    }

    internal static int Run(LabSession session, string word, TextWriter output, TextWriter errors)
    {
        if (ExerciseArgument.FindOne(word) is not { } exercise)
            return ExitCode.BadInput;
        session.Pristine.RecordFirstUse();
        if (new CellReplacer(session).Restore(exercise) is not { } done)
        {
            errors.WriteLine($"no answer to {exercise.Id} has passed a check of {LabCall.Name} yet: there is nothing to restore.{Copies(session, exercise)}");
            return ExitCode.Failed;
        }

        foreach (string line in done)
            output.WriteLine(line);
        return ExitCode.Passed;
    }

    private static string Copies(LabSession session, Exercise exercise) => session.Kept.Of(exercise.CellId) is [.., var newest]
        ? $" The newest copy of what was replaced: {newest}"
        : "";
}
