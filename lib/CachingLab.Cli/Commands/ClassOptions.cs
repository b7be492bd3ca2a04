using System.CommandLine;
using CachingLab.Cli.Grades;

namespace CachingLab.Cli.Commands;

/// <summary>The options that say who is in a class and how it is marked.</summary>
internal sealed class ClassOptions
{
    private readonly Option<string?> roster = new("--roster")
    {
        Description = "a CSV file of the class with the columns id and name, or as Moodle and Canvas export it: each learner is a row of every\n"
            + "report, with zero where nothing came; its other columns are kept in grades.csv",
        HelpName = "FILE",
    };

    private readonly Option<string?> grading = new("--grading")
    {
        Description = "weights of notebooks and the loss of late ones, as {\"weights\": {\"03-file-cache\": 2}, \"deadline\": \"2026-11-20T23:59:00+01:00\",\n"
            + "\"percentPerDay\": 10}; files of a clone have no time and are never late [default: grading.json beside the roster, if there is one]",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(roster);
        command.Add(grading);
    }

    /// <summary>The class that a call names.</summary>
    public ClassFiles Of(ParseResult parsed) => new(parsed.GetValue(roster), parsed.GetValue(grading));
}
