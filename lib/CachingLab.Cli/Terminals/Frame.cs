using CachingLab.Cli.Boards;

namespace CachingLab.Cli.Terminals;

/// <summary>Arranges a view into the lines of a terminal: the board stays, what lies below it scrolls, the keys are at the foot.</summary>
/// <param name="ink">Writes lines.</param>
internal sealed class Frame(Ink ink)
{
    /// <summary>The lines of a frame: never more than fit.</summary>
    public IReadOnlyList<string> Compose(LabView view, int width, int height)
    {
        BoardStyle style = ink.Style(width);
        IReadOnlyList<string> fixedLines = view.Page is null ? [.. ink.Lines(c => c.Write(BoardView.Of(view.Course, style)), width), ""] : [];
        IReadOnlyList<string> below = ink.Lines(c =>
        {
            if (view.Page is null)
                view.WriteBelow(c, style);
            else
                view.Page(c);
        }, width);
        const int Foot = 2;
        const int LeastBelow = 4;
        if (fixedLines.Count > height - Foot - LeastBelow)
            (fixedLines, below) = ([], [.. fixedLines, .. below]);
        int room = height - Foot - fixedLines.Count;
        int scroll = Math.Clamp(view.Scroll, 0, Math.Max(0, below.Count - room));
        string more = below.Count - scroll > room ? style.Unicode ? " \u2193 more" : " more below" : scroll > 0 ? " (end)" : "";
        string keys = view.Question ?? (view.Page is null ? LabView.Keys : "any other key goes back");
        var lines = new List<string>([.. fixedLines, .. below.Skip(scroll).Take(room)]);
        lines.AddRange(Enumerable.Repeat("", height - Foot - lines.Count));
        return [.. lines, Cut(view.Status + more, width), Cut(keys, width)];
    }

    private static string Cut(string line, int width) => line.Length <= width ? line : line[..width];
}
