using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>A terminal that cannot move its cursor: what is new is written below what was.</summary>
/// <param name="ink">Writes lines.</param>
/// <param name="output">The terminal.</param>
/// <param name="width">Its columns now.</param>
internal sealed class LineScreen(TerminalWriter ink, TextWriter output, Func<int> width) : IScreen
{
    private string last = "";
    private string? asked;

    public void Show(LabView view)
    {
        // What goes on for a moment would only fill the page: a view is written when it has come to rest.
        if (view.Course.Checking.IsEmpty)
            WriteNew(view);
        if (view.Question is not null && view.Question != asked)
            output.WriteLine(view.Question);
        asked = view.Question;
        output.Flush();
    }

    public void Dispose() => output.Flush();

    private void WriteNew(LabView view)
    {
        BoardStyle style = ink.Style(Math.Max(width(), 20));
        IReadOnlyList<string> lines = ink.Lines(console =>
        {
            if (view.Page is not null)
            {
                view.Page(console);
                return;
            }

            console.Write(BoardView.Of(view.Course, style));
            console.WriteLine();
            view.WriteBelow(console, style, brief: true);
        }, style.Width);
        string text = string.Join(Environment.NewLine, lines);
        if (text == last)
            return;
        last = text;
        output.WriteLine(text);
        output.WriteLine();
        output.WriteLine(LabView.Keys);
    }
}
