using System.CommandLine;
using CachingLab.Cli.Computer;
using CachingLab.Cli.Diagnostics;
using CachingLab.Cli.State;
using Spectre.Console;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab doctor</c>: what is there, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    private const int TopicWidth = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var command = new Command("doctor", "Checks the SDK, the build, the notebooks, and the engines that you may want.");
        command.SetInterruptible((_, token) => RunAsync(LabSession.Open(), Machine.This, AnsiConsole.Console, Patience, token));
        return command;
    }

    internal static async Task<int> RunAsync(
        LabSession session, Machine machine, IAnsiConsole console, TimeSpan patience, CancellationToken cancellationToken)
    {
        IReadOnlyList<Finding> findings = await new Doctor(session, machine, patience).ExamineAsync(cancellationToken);
        Write(findings, console);
        return findings.Any(f => f.State is FindingState.Broken) ? ExitCode.Failed : ExitCode.Passed;
    }

    /// <summary>Writes the findings. What is broken comes last, where it is seen.</summary>
    private static void Write(IReadOnlyList<Finding> findings, IAnsiConsole console)
    {
        var table = new Grid()
            .AddColumn(new GridColumn().Width(4).NoWrap().Padding(0, 0, 1, 0))
            .AddColumn(new GridColumn().Width(TopicWidth).Padding(0, 0, 1, 0))
            .AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (Finding finding in findings)
        {
            (string mark, Style style) = Mark(finding.State);
            table.AddRow(new Text(mark, style), new Text(finding.Topic), new Text(finding.Says));
            if (finding.Cure is not null)
                table.AddRow(new Text(""), new Text(""), new Text("> " + finding.Cure, new Style(Color.Blue)));
        }

        console.Write(table);
        int broken = findings.Count(f => f.State is FindingState.Broken);
        console.Write(new Text(broken == 0
            ? "\nWhat the course needs is there. [--] is not needed: install it when you want what it is for.\n"
            : $"\n{broken} {(broken == 1 ? "thing" : "things")} to mend, marked [no]; the line below each says how.\n"));
    }

    private static (string Mark, Style Style) Mark(FindingState state) => state switch
    {
        FindingState.Good => ("[ok]", new Style(Color.Green)),
        FindingState.Broken => ("[no]", new Style(Color.Red)),
        FindingState.Notice => ("[ !]", new Style(Color.Yellow)),
        _ => ("[--]", new Style(Color.Grey)),
    };
}
