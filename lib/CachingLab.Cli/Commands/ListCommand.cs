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
        command.SetAction(_ => Run(LabSession.Open(), Console.Out));
        return command;
    }

    internal static int Run(LabSession session, TextWriter output)
    {
        var state = CourseState.Remembered(session.Course, session.Progress);
        var ink = new TerminalWriter(TerminalTraits.Detect() with { Ansi = false, Colours = ColorSystem.NoColors });
        foreach (string line in ink.Lines(console => console.Write(BoardView.Of(state, ink.Style(TerminalTraits.Columns))), TerminalTraits.Columns))
            output.WriteLine(line);
        return ExitCode.Passed;
    }
}
