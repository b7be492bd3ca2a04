using System.CommandLine;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Exams;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab reset</c> and <c>lab restore</c>: put a pristine exercise cell, or the last passing answer, back.</summary>
internal static class ReplaceCommands
{
    public static Command CreateReset()
    {
        Argument<string> word = ExerciseArgument.Create();
        var command = new Command("reset", "Puts an exercise's cell back as it was handed out; what was there is kept in .lab/kept/.") { word };
        command.SetAction(parsed => Reset(LabSession.Open(), parsed.GetValue(word)!, Console.Out, Console.Error));
        return command;
    }

    public static Command CreateRestore()
    {
        Argument<string> word = ExerciseArgument.Create();
        var command = new Command("restore", "Puts your last passing answer back into its cell; what was there is kept in .lab/kept/.") { word };
        command.SetAction(parsed => Restore(LabSession.Open(), parsed.GetValue(word)!, Console.Out, Console.Error));
        return command;
    }

    internal static int Reset(LabSession session, string word, TextWriter output, TextWriter errors) =>
        Run(session, word, new CellReplacer(session).Reset, output, errors);

    internal static int Restore(LabSession session, string word, TextWriter output, TextWriter errors) =>
        Run(session, word, new CellReplacer(session).Restore, output, errors);

    private static int Run(
        LabSession session, string word, Func<Exercise, IReadOnlyList<string>?> replace, TextWriter output, TextWriter errors)
    {
        if (ExerciseArgument.FindOne(word) is not { } exercise)
            return ExitCode.BadInput;
        session.Pristine.RecordFirstUse();
        if (replace(exercise) is not { } done)
        {
            string copies = session.Kept.Of(exercise.CellId) is [.., var newest] ? $" The newest copy of what was replaced: {newest}" : "";
            errors.WriteLine($"no answer to {exercise.Id} has passed a check of {LabCall.Name} yet: there is nothing to restore.{copies}");
            return ExitCode.Failed;
        }

        foreach (string line in done)
            output.WriteLine(line);
        return ExitCode.Passed;
    }
}
