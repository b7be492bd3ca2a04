using CachingLab.Cli.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CachingLab.Cli.Help;

/// <summary>A line of code. In a shell it is not wrapped, so that it can be copied; the terminal itself breaks it into rows.</summary>
/// <param name="text">The line.</param>
/// <param name="style">The style.</param>
/// <param name="wrap">Whether to wrap it at spaces, because a full screen counts its rows.</param>
internal sealed class CodeLine(string text, Style style, bool wrap) : Renderable
{
    // The width of the sign before the code's indentation.
    private const int Margin = 2;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        if (!wrap)
            return [new Segment(text, style), Segment.LineBreak];
        string code = text.Length <= Margin ? "" : text[Margin..].TrimStart(' ');
        string lead = text[..(text.Length - code.Length)];
        return StyledLine.Wrap(lead, code, style, new BoardStyle(maxWidth, options.Unicode))
            .SelectMany(line => new[] { new Segment(line.Text, line.Style), Segment.LineBreak });
    }
}
