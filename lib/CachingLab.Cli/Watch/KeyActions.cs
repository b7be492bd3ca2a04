using System.ComponentModel;
using System.Diagnostics;
using CachingLab.Cli.Help;
using CachingLab.Cli.State;
using CachingLab.Cli.Terminal;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;
using CachingLab.Grading.Reports.Page;
using CachingLab.Notebooks;
using Spectre.Console;

namespace CachingLab.Cli.Watch;

/// <summary>The actions of the keys. Each returns something to show, even when it fails.</summary>
/// <param name="session">The learner's session.</param>
/// <param name="sandbox">The sandbox in force, for the report.</param>
internal sealed class KeyActions(LabSession session, string sandbox)
{
    private readonly HintProvider hints = new(session);
    private readonly CellReplacer cells = new(session);
    private readonly SolutionProvider solutions = new(session.Course, session.Progress);

    public Action<IAnsiConsole> Hint(CourseState state)
    {
        if (state.Focus is { } focus && !state.Records.ContainsKey(focus.Id))
            return Lines($"{focus.Title} was not checked yet.");
        return hints.Next(state) is { } hint ? console => HintText.Write(hint, console) : Lines(HintText.Nothing);
    }

    /// <summary>Puts the stub back into the cell.</summary>
    public Action<IAnsiConsole> Reset(Exercise exercise)
    {
        try
        {
            return Lines([.. cells.Reset(exercise)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            return Lines($"nothing was reset: {CodeText.FirstLine(e.Message)}");
        }
    }

    /// <summary>The solution as a page, or null when it is not earned yet.</summary>
    public Action<IAnsiConsole>? Solution(Exercise exercise) => !solutions.IsEarned(exercise) ? null : console =>
    {
        try
        {
            solutions.Show(exercise, peek: false, console, wrap: true);
            if (exercise != Course.WarmUp)
                Lines("", $"To copy from it, with every line whole: {LabCall.Name} solution {exercise.Id}")(console);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            Lines(CodeText.FirstLine(e.Message))(console);
        }
    };

    /// <summary>All exercises with their files, headings and what each still lacks.</summary>
    public Action<IAnsiConsole> List(CourseState state, bool unicode) => console =>
    {
        var style = new BoardStyle(console.Profile.Width, unicode);
        foreach (Exercise exercise in state.Exercises)
        {
            console.Write(new Text($"{style.Mark(state.StateOf(exercise))} {exercise.Title}: {exercise.Declares}\n", new Style(decoration: Decoration.Bold)));
            console.Write(new Text($"  {session.Course.PlaceOf(exercise)}\n"));
            foreach (Verdict open in state.Records.GetValueOrDefault(exercise.Id)?.Requirements.Where(r => r.Status is VerdictStatus.Failed) ?? [])
                console.Write(new Text($"  - {(open.Stretch ? "stretch: " : "")}{open.Title}\n"));
        }
    };

    /// <summary>Writes the last verdicts as a page, and opens it if possible.</summary>
    public Action<IAnsiConsole> Report(CourseState state)
    {
        try
        {
            SubmissionRecord[] rows =
            [
                .. state.Exercises.GroupBy(e => e.Notebook).Select(g => new SubmissionRecord(
                    $"{g.Key}.ipynb", g.Key, [.. g.Select(e => state.Records.GetValueOrDefault(e.Id)).OfType<ExerciseRecord>()])),
            ];
            AtomicFile.Write(session.Folder.ReportFile, file => ClassPage.Write(new GradeBook(rows, sandbox), file), toDisk: false);
            return Lines($"The report is in {session.Folder.Shown(session.Folder.ReportFile)}{(Open(session.Folder.ReportFile) ? ", and opened" : "")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Lines($"the report cannot be written: {CodeText.FirstLine(e.Message)}");
        }
    }

    public static Action<IAnsiConsole> Lines(params string[] lines) => console =>
    {
        foreach (string line in lines)
            console.Write(new Text(line + "\n"));
    };

    private static bool Open(string file)
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DISPLAY") is null && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null)
            return false;
        try
        {
            // The opener's output would appear in the middle of the board, so it is redirected.
            ProcessStartInfo start = OperatingSystem.IsWindows()
                ? new ProcessStartInfo(file) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [file])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                };
            using Process? opener = Process.Start(start);
            return opener is not null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
