using System.CommandLine;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab reset</c>: puts a pristine exercise cell back.</summary>
internal static class ResetCommand
{
    public static Command Create()
    {
        Argument<string> word = ExerciseArgument.Create();
        var command = new Command("reset", "Puts an exercise's cell back as it was handed out; what was there is kept in .lab/kept/.") { word };
        command.SetAction(parsed => Run(LabSession.Open(), parsed.GetValue(word)!, Console.Out));
        return command;
    }

    internal static int Run(LabSession session, string word, TextWriter output)
    {
        if (ExerciseArgument.FindOne(word) is not { } exercise)
            return ExitCode.BadInput;
        session.Pristine.RecordFirstUse();
        foreach (string line in new CellReplacer(session).Reset(exercise))
            output.WriteLine(line);
        return ExitCode.Passed;
    }
}
