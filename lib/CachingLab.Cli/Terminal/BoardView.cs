using System.Globalization;
using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading.Records;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CachingLab.Cli.Terminal;

/// <summary>The course board: the state of each exercise, and what is next.</summary>
internal static class BoardView
{
    /// <summary>The board, with a line for each unreadable notebook or missing cell.</summary>
    public static IRenderable Of(CourseState state, BoardStyle style, BoardForm form = BoardForm.Full) => form switch
    {
        BoardForm.Full => new Rows([.. Head(state, style), .. Parts(state, style), .. Troubles(state), new Text(""), NextLine(state)]),
        BoardForm.Short => new Rows([Progress(state, style), Marks(state, style, ""), .. Troubles(state), NextLine(state)]),
        _ => new Rows([Marks(state, style, $"{state.Passed} of {state.Exercises.Count} pass  "), .. Troubles(state)]),
    };

    /// <summary>What is next, with the file to open and the heading to go to.</summary>
    public static string NextText(CourseState state) => state switch
    {
        { Next: null } => "All exercises pass. Stretch goals and recap questions are left to enjoy.",
        { Next: var next } when next == Course.WarmUp => $"Next: open notebooks/{next.Notebook}.ipynb",
        { Next: var next } => $"Next: notebooks/{state.PlaceOf(next)}",
    };

    private static Style Quiet { get; } = new(Color.Grey);

    /// <summary>The open parts as one table, with a line above it for a part that is passed and one below it for a part that comes later.</summary>
    private static IEnumerable<IRenderable> Parts(CourseState state, BoardStyle style)
    {
        ILookup<bool, CoursePart> passed = Course.Parts.Where(state.IsFolded).ToLookup(state.Parts.Contains);
        return [.. passed[true].Select(Passed), Table(state, style), .. passed[false].Select(p => Later(p, style))];
    }

    private static Grid Table(CourseState state, BoardStyle style)
    {
        var grid = new Grid();
        for (int column = 0; column < (style.IsWide ? 6 : 5); column++)
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(column < 2 ? 1 : 2, 0, 0, 0) });
        foreach (CourseNotebook notebook in state.Parts.Where(p => !state.IsFolded(p)).SelectMany(p => p.Notebooks))
        {
            foreach (Exercise exercise in Course.StepsOf(notebook.Name))
                grid.AddRow(Row(state, style, notebook, exercise));
        }

        return grid;
    }

    private static Text Passed(CoursePart part) =>
        new(string.Create(CultureInfo.InvariantCulture, $" {part.Title}: all {part.Exercises.Count} exercises pass"), new Style(Color.Green));

    private static Text Later(CoursePart part, BoardStyle style)
    {
        string how = style.IsWide ? " (p or --all shows it)" : "";
        return new(string.Create(CultureInfo.InvariantCulture, $" {part.Title}: {part.Notebooks.Count} notebooks, {part.Minutes} minutes{how}"), Quiet);
    }

    private static IEnumerable<IRenderable> Head(CourseState state, BoardStyle style)
    {
        int all = state.Exercises.Count;
        yield return new Markup(string.Create(
            CultureInfo.InvariantCulture, $"[bold]CachingLab[/]  [green]{style.Bar(state.Passed, all)}[/]  {state.Passed} of {all} exercises pass"));
        string left = state.MinutesLeft == 0 ? "" : $", about {state.MinutesLeft} minutes left";
        yield return new Text(string.Create(
            CultureInfo.InvariantCulture, $"{state.Points} of {state.Of} points, stretch {state.StretchPoints} of {state.StretchOf}{left}"));
        yield return new Text("");
    }

    private static Markup Progress(CourseState state, BoardStyle style)
    {
        int all = state.Exercises.Count;
        string left = state.MinutesLeft == 0 ? "" : $", {state.MinutesLeft} min left";
        return new Markup(string.Create(CultureInfo.InvariantCulture, $"[green]{style.Bar(state.Passed, all)}[/]  {state.Passed} of {all} exercises pass{left}"));
    }

    private static Paragraph Marks(CourseState state, BoardStyle style, string lead)
    {
        var line = new Paragraph(lead);
        CourseNotebook[] notebooks = [.. state.Parts.Where(p => !state.IsFolded(p)).SelectMany(p => p.Notebooks)];
        foreach (CourseNotebook notebook in notebooks)
        {
            line.Append(notebook == notebooks[0] ? "" : "  ").Append(notebook.Name[..2] + " ", Quiet);
            foreach (Exercise exercise in Course.StepsOf(notebook.Name))
                line.Append(style.Mark(state.StateOf(exercise)), ColourOf(state, exercise));
        }

        return line;
    }

    private static IRenderable[] Row(CourseState state, BoardStyle style, CourseNotebook notebook, Exercise exercise)
    {
        ExerciseState at = state.StateOf(exercise);
        bool checking = state.Checking.Contains(exercise.Id);
        Style colour = ColourOf(state, exercise);
        ExerciseRecord? record = state.Records.GetValueOrDefault(exercise.Id);
        string words = checking ? "checking" + style.Ellipsis : Words(at, record);
        string points = exercise == Course.WarmUp ? "not counted"
            : record is not { Begun: true } ? ""
            : $"{record.Points}/{record.Of}{(record.StretchOf > 0 ? $" +{record.StretchPoints}" : "")}";
        IRenderable[] name = style.IsWide ? [new Text(notebook.Name[3..], Quiet)] : [];
        return
        [
            new Text(style.Mark(at), colour), new Text(notebook.Name[..2], Quiet), .. name, new Text(exercise.Title), new Text(words, colour), new Text(points),
        ];
    }

    private static IEnumerable<IRenderable> Troubles(CourseState state)
    {
        IEnumerable<string> unreadable = state.Troubles.Select(t => $"{t.Key}.ipynb: {t.Value}");
        IEnumerable<string> missing = state.Steps.Where(e => state.StateOf(e) is ExerciseState.CellMissing)
            .SelectMany(e => state.Records[e.Id].Notes.Select(note => $"{e.Notebook[..2]}: {note}"));
        return unreadable.Concat(missing).Distinct().Select(line => new Text(line, new Style(Color.Yellow)));
    }

    private static Text NextLine(CourseState state) => new(NextText(state), new Style(decoration: Decoration.Bold));

    private static Style ColourOf(CourseState state, Exercise exercise) => new(state.StateOf(exercise) switch
    {
        _ when state.Checking.Contains(exercise.Id) => Color.Blue,
        ExerciseState.Passed => Color.Green,
        ExerciseState.Failing => Color.Red,
        ExerciseState.InProgress or ExerciseState.CellMissing => Color.Yellow,
        _ => Color.Grey,
    });

    private static string Words(ExerciseState state, ExerciseRecord? record) => (state, record?.Status) switch
    {
        (_, GradeStatus.Timeout) => "timed out",
        (_, GradeStatus.OutOfMemory) => "out of memory",
        (_, GradeStatus.Crashed) => "crashed",
        (_, GradeStatus.Blocked) => "stopped",
        (ExerciseState.Passed, _) => "passed",
        (ExerciseState.Failing, _) => "failing",
        (ExerciseState.InProgress, _) => "in progress",
        (ExerciseState.CellMissing, _) => "cell missing",
        _ => "not attempted",
    };
}

/// <summary>How much room the board takes.</summary>
internal enum BoardForm
{
    /// <summary>One line for each exercise, with points.</summary>
    Full,

    /// <summary>Three lines: how many exercises pass, a mark for each, what is next.</summary>
    Short,

    /// <summary>One line: the marks.</summary>
    Line,
}
