using System.CommandLine;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using Spectre.Console;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab list</c>: the board with the last verdicts, without grading.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Shows the board as it was at the last check, as plain lines, at once.");
        Option<bool> all = LabCommand.All();
        command.Options.Add(all);
        command.SetAction(parsed => Run(LabSession.Open(), Console.Out, parsed.GetValue(all)));
        return command;
    }

    internal static int Run(LabSession session, TextWriter output, bool all = false)
    {
        CourseState state = CourseState.Remembered(session.Course, session.Progress) with { AllParts = all };
        TerminalTraits traits = TerminalTraits.Detect() with { Ansi = false, Colours = ColorSystem.NoColors };
        foreach (string line in traits.Lines(console => console.Write(BoardView.Of(state, traits.Style(TerminalTraits.Columns))), TerminalTraits.Columns))
            output.WriteLine(line);
        return ExitCode.Passed;
    }
}
