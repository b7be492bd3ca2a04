using Spectre.Console;

namespace CachingLab.Cli.Terminal;

/// <summary>Shows views on a terminal that cannot move its cursor, by writing new lines below.</summary>
/// <param name="traits">What the terminal can do.</param>
/// <param name="output">The terminal.</param>
/// <param name="width">Returns the terminal's current columns.</param>
internal sealed class LineScreen(TerminalTraits traits, TextWriter output, Func<int> width) : IScreen
{
    private string last = "";
    private string? asked;

    public void Show(LabView view)
    {
        // A view is written only when no check is running, because intermediate views would fill the screen.
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
        BoardStyle style = traits.Style(Math.Max(width(), 20));
        IReadOnlyList<string> lines = traits.Lines(console =>
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
