using System.CommandLine;
using CachingLab.Cli.Grades;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports;
using CachingLab.Grading.Reports.Page;

namespace CachingLab.Cli.Commands;

/// <summary>The options that ask for reports.</summary>
internal sealed class ReportOptions
{
    private readonly List<(Option<string?> Option, Action<GradeBook, Stream> Write)> files = [];

    public ReportOptions()
    {
        Add("--json", "the whole record as JSON", JsonReport.Write);
        Add("--junit", "JUnit XML, a case for each requirement", JUnitReport.Write);
        Add("--csv", "a row for each learner and exercise, for a spreadsheet", CsvReport.Write);
        Add("--html", "one page for an instructor: the class first, then each learner", ClassPage.Write);
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => files.ForEach(f => command.Add(f.Option));

    /// <summary>The reports that a call asks for.</summary>
    public IReadOnlyList<ReportFile> Of(ParseResult parsed) =>
        [.. files.Where(f => parsed.GetValue(f.Option) is not null).Select(f => new ReportFile(f.Option.Name, parsed.GetValue(f.Option)!, f.Write))];

    private void Add(string name, string what, Action<GradeBook, Stream> write)
    {
        var option = new Option<string?>(name) { Description = $"write {what} (- for stdout, in place of the console report)", HelpName = "FILE" };
        files.Add((option, write));
    }
}
