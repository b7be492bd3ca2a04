using System.CommandLine;
using CachingLab.Cli.Grades;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Grading.Reports.Page;

namespace CachingLab.Cli.Commands;

/// <summary>The options that ask for reports, and that say who is in the class and how it is marked.</summary>
internal sealed class ReportOptions
{
    private const string File = "FILE";
    private readonly Option<string?> roster = new("--roster")
    {
        Description = "a CSV file of the class with the columns id and name, or as Moodle and Canvas export it: each learner is a row of every\n"
            + "report, with zero where nothing came; its other columns are kept in grades.csv",
        HelpName = File,
    };

    private readonly Option<string?> grading = new("--grading")
    {
        Description = "weights of notebooks and the loss of late ones, as {\"weights\": {\"03-file-cache\": 2}, \"deadline\": \"2026-11-20T23:59:00+01:00\",\n"
            + "\"percentPerDay\": 10}; files of a clone have no time and are never late [default: grading.json beside the roster, if there is one]",
        HelpName = File,
    };

    private readonly List<(Option<string?> Option, Action<GradeBook, Stream> Write)> files = [];
    private readonly Option<string?> feedback = new(FeedbackFolder.Option)
    {
        Description = "write a page for each learner into this folder, under a name that Moodle or Canvas takes back",
        HelpName = "DIR",
    };

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "print all details of a class, not one line for each learner" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "print errors only" };

    public ReportOptions()
    {
        Add("--json", "the whole record as JSON", JsonReport.Write);
        Add("--junit", "JUnit XML, a case for each requirement", JUnitReport.Write);
        Add("--csv", "grades.csv, a row for each learner", CsvReport.Write);
        Add("--csv-long", "a row for each file and exercise, for a spreadsheet", LongCsvReport.Write);
        Add("--moodle", "a row for each learner as Moodle imports grades", MoodleReport.Write);
        Add("--canvas", "a row for each learner as the gradebook of Canvas imports them", CanvasReport.Write);
        Add("--html", "one page for an instructor: the class first, then each learner", ClassPage.Write);
        Add("--markdown", "a summary for the page of a CI job", MarkdownReport.Write);
        var classroom50 = new Classroom50Report(Environment.GetEnvironmentVariable);
        Add("--classroom50", "the result.json of Classroom 50, called from its autograder.py", classroom50.Write).Validators.Add(result =>
        {
            if (classroom50.Missing is [_, ..] missing)
                result.AddError($"--classroom50 is for Classroom 50's autograder.py, which sets {string.Join(", ", missing)}");
        });
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(roster);
        command.Add(grading);
        files.ForEach(f => command.Add(f.Option));
        command.Add(feedback);
        command.Add(verbose);
        command.Add(quiet);
    }

    /// <summary>The class that a call names.</summary>
    public ClassFiles ClassOf(ParseResult parsed) => new(parsed.GetValue(roster), parsed.GetValue(grading));

    /// <summary>The reports that a call asks for.</summary>
    public AskedReports Of(ParseResult parsed) =>
        new([.. files.Where(f => parsed.GetValue(f.Option) is not null).Select(f => new ReportFile(f.Option.Name, parsed.GetValue(f.Option)!, f.Write))])
        {
            Feedback = parsed.GetValue(feedback) is { } folder ? new FeedbackFolder(folder) : null,
            Verbose = parsed.GetValue(verbose),
            Quiet = parsed.GetValue(quiet),
        };

    private Option<string?> Add(string name, string what, Action<GradeBook, Stream> write)
    {
        var option = new Option<string?>(name) { Description = $"write {what} (- for stdout, in place of the console report)", HelpName = File };
        files.Add((option, write));
        return option;
    }
}
