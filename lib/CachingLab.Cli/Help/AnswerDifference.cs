using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Spectre.Console;

namespace CachingLab.Cli.Help;

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
