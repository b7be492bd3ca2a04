using System.CommandLine;
using CachingLab.Cli.Grades;

namespace CachingLab.Cli.Commands;

/// <summary><c>lab report</c>: makes reports from records that <c>lab grade --json</c> wrote.</summary>
internal static class ReportCommand
{
    private const string About =
        """
        Makes reports from records that 'lab grade --json' wrote, without grading anything.

        The records of all parts of a class, graded with --shard on several machines, make the reports of one run.

        Exit codes: as those of 'lab grade'.
        """;

    public static Command Create()
    {
        var records = new Argument<string[]>("RECORD.json") { Description = "the records, in any order", Arity = ArgumentArity.OneOrMore };
        var reports = new ReportOptions();
        var classes = new ClassOptions();
        var command = new Command("report", About) { records };
        classes.AddTo(command);
        reports.AddTo(command);
        command.SetInterruptible((parsed, _) => ReportAction.RunAsync(parsed.GetValue(records)!, classes.Of(parsed), reports.Of(parsed)));
        return command;
    }
}
