namespace CachingLab.Cli.Terminal;

/// <summary>Arranges a view into the lines of a terminal: the board at the top, what scrolls below it, and the keys at the foot.</summary>
/// <param name="traits">What the terminal can do.</param>
internal sealed class Frame(TerminalTraits traits)
{
    // The lines for the status and the keys.
    private const int Foot = 2;

    // Lines for one unmet requirement, with its title, what was tried, got and expected, and code to paste.
    private const int LeastReport = 10;
    private const int LeastPassed = 4;
    private const int LeastBesideLine = 3;

    /// <summary>Composes a frame with as many lines as the terminal has.</summary>
    public IReadOnlyList<string> Compose(LabView view, int width, int height)
    {
        BoardStyle style = traits.Style(width);
        int room = height - Foot;
        (IReadOnlyList<string> board, IReadOnlyList<string> below) = view.Page is null ? Fit(view, style, room) : ([], traits.Lines(view.Page, width));
        int left = room - board.Count;
        int scroll = Math.Clamp(view.Scroll, 0, Math.Max(0, below.Count - left));
        string more = below.Count - scroll > left ? style.Unicode ? " \u2193 more" : " more below" : scroll > 0 ? " (end)" : "";
        string keys = view.Question ?? (view.Page is null ? LabView.Keys : "any other key goes back");
        var lines = new List<string>([.. board, .. below.Skip(scroll).Take(left)]);
        lines.AddRange(Enumerable.Repeat("", room - lines.Count));
        return [.. lines, Cut(view.StatusText(style) + more, width), Cut(keys, width)];
    }

    /// <summary>Chooses the largest form of the board that leaves enough room for the report below.</summary>
    private (IReadOnlyList<string> Board, IReadOnlyList<string> Below) Fit(LabView view, BoardStyle style, int room)
    {
        IReadOnlyList<string> full = [.. Board(view, style, BoardForm.Full), ""];
        IReadOnlyList<string> all = Below(view, style, brief: false);
        if (full.Count + all.Count <= room)
            return (full, all);
        IReadOnlyList<string> below = Below(view, style, brief: true);
        int owed = Math.Min(below.Count, view.IsPassed ? LeastPassed : Math.Max(LeastReport, room * 2 / 3));
        if (full.Count + owed <= room)
            return (full, below);
        IReadOnlyList<string> shorter = [.. Board(view, style, BoardForm.Short), ""];
        if (shorter.Count + owed <= room)
            return (shorter, below);
        IReadOnlyList<string> line = Board(view, style, BoardForm.Line);
        return (line.Count + LeastBesideLine <= room ? line : [], below);
    }

    private IReadOnlyList<string> Board(LabView view, BoardStyle style, BoardForm form) =>
        traits.Lines(console => console.Write(BoardView.Of(view.Course, style, form)), style.Width);

    private IReadOnlyList<string> Below(LabView view, BoardStyle style, bool brief) =>
        traits.Lines(console => view.WriteBelow(console, style, brief), style.Width);

    private static string Cut(string line, int width) => line.Length <= width ? line : line[..width];
}
