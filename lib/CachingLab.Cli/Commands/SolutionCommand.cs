using System.CommandLine;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Notebooks;
using Spectre.Console;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab solution</c>: the course's answer, once the learner's own passes.</summary>
internal static class SolutionCommand
{
    public static Command Create()
    {
        Argument<string> word = ExerciseArgument.Create();
        var peek = new Option<bool>("--peek") { Description = "show it before your own answer passes" };
        var command = new Command("solution", "Shows the difference between your passing answer and the course's, with the reasons.") { word, peek };
        command.SetInterruptible((parsed, token) =>
            RunAsync(LabSession.Open(), parsed.GetValue(word)!, parsed.GetValue(peek), AnsiConsole.Console, token));
        return command;
    }

    internal static async Task<int> RunAsync(LabSession session, string word, bool peek, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (ExerciseArgument.FindOne(word) is not { } exercise)
            return ExitCode.BadInput;
        session.Pristine.RecordFirstUse();
        try
        {
            await session.VerdictAsync(exercise, cancellationToken);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException)
        {
            // The solution can be shown without the notebook when the answer has passed before.
            await Console.Error.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
        }

        if (new SolutionProvider(session.Course, session.Progress).Show(exercise, peek, console))
            return ExitCode.Passed;
        await Console.Error.WriteLineAsync(
            $"{exercise.Id} has not passed yet: try '{LabCall.Name} hint {exercise.Id}' first, or '{LabCall.Name} solution {exercise.Id} --peek'");
        return ExitCode.Failed;
    }
}
