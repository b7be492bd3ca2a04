using CachingLab.Cli.State;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Releases;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Spectre.Console;

namespace CachingLab.Cli.Help;

/// <summary>Shows the course's answer, beside the learner's own when that passes.</summary>
/// <param name="course">The course.</param>
/// <param name="progress">The store of verdicts.</param>
internal sealed class SolutionProvider(CourseFolder course, ProgressStore progress)
{
    private const int TwoColumns = 120;

    /// <summary>Whether the solution may be shown without peeking.</summary>
    public bool IsEarned(Exercise exercise) => exercise == Course.WarmUp || progress.Of(exercise.Id).PassedAnswer is not null;

    /// <summary>Shows the solution.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="peek">Whether to show it before it is earned.</param>
    /// <param name="console">The terminal; with 120 columns or more the answers are side by side.</param>
    /// <param name="wrap">Whether to wrap lines of code, because a full screen counts its rows.</param>
    /// <returns>False when the solution is not earned and was not shown.</returns>
    /// <exception cref="IOException">The course's solution is missing.</exception>
    public bool Show(Exercise exercise, bool peek, IAnsiConsole console, bool wrap = false)
    {
        if (exercise == Course.WarmUp)
        {
            Heading(console, $"{exercise.Title}: notebook 00 says below its check which character to change.");
            return true;
        }

        ExerciseProgress known = progress.Of(exercise.Id);
        string? own = known.PassedAnswer;
        if (own is null && !peek)
            return false;
        string theirs = Text(exercise);
        if (own is null)
        {
            Heading(console, $"{exercise.Title}: the course's answer. Its comments say why.");
            foreach (string line in theirs.Split('\n'))
                console.Write(new CodeLine(line, Style.Plain, wrap));
        }
        else if (Normal(own) == Normal(theirs))
        {
            Heading(console, $"{exercise.Title}: your answer is the course's, line for line.");
        }
        else if (console.Profile.Out.IsTerminal && console.Profile.Width >= TwoColumns)
        {
            Heading(console, $"{exercise.Title}: your passing answer, and the course's. Its comments say why.");
            AnswerDifference.TwoColumns(own, theirs, console);
        }
        else
        {
            Heading(console, $"{exercise.Title}: from your passing answer (-) to the course's (+). Its comments say why.");
            AnswerDifference.OneColumn(own, theirs, console, wrap);
        }

        if (own is not null && known.Last?.Status is not GradeStatus.Passed)
            console.Write(new Text($"\nWhat is in your notebook now does not pass: {LabCall.Name} restore {exercise.Id} puts the passing answer back.\n"));
        return true;
    }

    private string Text(Exercise exercise)
    {
        string file = Path.Combine(course.SolutionsFolder, exercise.Notebook + ".ipynb");
        Cell? cell = NotebookReader.Read(file).Find(exercise.CellId);
        return cell is null
            ? throw new FileNotFoundException($"solutions/{exercise.Notebook}.ipynb is not whole: bring it back with 'git checkout -- solutions'")
            : SolutionBlocks.ToSolution(cell.Source);
    }

    private static string Normal(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimEnd())).Trim();

    private static void Heading(IAnsiConsole console, string text) =>
        console.Write(new Text(text + "\n\n", new Style(decoration: Decoration.Bold)));
}

/// <summary>Shows the differences of two answers, line by line, with signs in the margin and in colours.</summary>
internal static class AnswerDifference
{
    private static readonly Style Own = new(Color.Red);
    private static readonly Style Theirs = new(Color.Green);

    /// <summary>Shows one column: <c>-</c> marks lines of the first answer, <c>+</c> those of the second.</summary>
    public static void OneColumn(string own, string theirs, IAnsiConsole console, bool wrap)
    {
        foreach (DiffPiece line in InlineDiffBuilder.Diff(own, theirs).Lines)
            console.Write(Line(line, wrap));
    }

    /// <summary>Shows the answers side by side.</summary>
    public static void TwoColumns(string own, string theirs, IAnsiConsole console)
    {
        SideBySideDiffModel model = SideBySideDiffBuilder.Diff(own, theirs);
        int half = (console.Profile.Width - 3) / 2;
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("yours").Width(half).Padding(0, 1))
            .AddColumn(new TableColumn("the course's").Width(half).Padding(0, 0));
        foreach ((DiffPiece left, DiffPiece right) in model.OldText.Lines.Zip(model.NewText.Lines))
            table.AddRow(Piece(left, Own, "- "), Piece(right, Theirs, "+ "));
        console.Write(table);
    }

    private static CodeLine Line(DiffPiece line, bool wrap) => line.Type switch
    {
        ChangeType.Deleted => new CodeLine($"- {line.Text}", Own, wrap),
        ChangeType.Inserted => new CodeLine($"+ {line.Text}", Theirs, wrap),
        _ => new CodeLine($"  {line.Text}", Style.Plain, wrap),
    };

    private static Text Piece(DiffPiece piece, Style style, string sign) => piece.Type switch
    {
        ChangeType.Imaginary => new Text(""),
        ChangeType.Unchanged => new Text("  " + piece.Text),
        _ => new Text(sign + piece.Text, style),
    };
}
