using Spectre.Console;
using Spectre.Console.Rendering;

namespace CachingLab.Cli.Helping;

/// <summary>A line of code: never wrapped here, so that it can be copied; the terminal itself shows it on as many rows as it needs.</summary>
/// <param name="text">The line.</param>
/// <param name="style">How it looks.</param>
internal sealed class CodeLine(string text, Style style) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(text, style), Segment.LineBreak];
}
