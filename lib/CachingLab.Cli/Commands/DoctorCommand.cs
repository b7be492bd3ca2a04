using System.CommandLine;
using CachingLab.Cli.Computer;
using CachingLab.Cli.Diagnostics;
using CachingLab.Cli.State;
using Spectre.Console;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab doctor</c>: what is there, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
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
        DoctorReport.Write(findings, console);
        return findings.Any(f => f.State is FindingState.Broken) ? ExitCode.Failed : ExitCode.Passed;
    }
}
