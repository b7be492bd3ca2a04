namespace CachingLab.Cli.Terminal;

/// <summary>The whole terminal, on its second screen, as an editor or a pager uses it.</summary>
/// <remarks>
/// Chosen over scrolling output: fifty saves would bury what was in the scrollback, and a board that is cleared and written again flickers.
/// Here a frame is written over the last one in one piece, each line up to its own end, nothing is cleared first, and a frame that is the
/// same is not written at all. What was on the first screen is there again afterwards. Long reports scroll inside, by the arrow keys.
/// </remarks>
internal sealed class FullScreen : IScreen
{
    private const string Enter = "\e[?1049h\e[?25l";
    private const string Leave = "\e[?25h\e[?1049l";

    // Terminals that know mode 2026 show the frame when it is whole; the others ignore it.
    private const string Begin = "\e[?2026h\e[H";
    private const string End = "\e[J\e[?2026l";
    private readonly Frame composer;
    private readonly TextWriter output;
    private readonly Func<(int Width, int Height)> size;
    private (int Width, int Height, string Frame) last;

    /// <param name="ink">Writes lines.</param>
    /// <param name="output">The terminal.</param>
    /// <param name="size">Its columns and rows now.</param>
    public FullScreen(TerminalWriter ink, TextWriter output, Func<(int Width, int Height)> size)
    {
        (composer, this.output, this.size) = (new Frame(ink), output, size);
        output.Write(Enter);
        output.Flush();
    }

    public void Show(LabView view)
    {
        (int width, int height) = size();
        string frame = string.Join("\e[K\r\n", composer.Compose(view, Math.Max(width, 20), Math.Max(height, 5))) + "\e[K";
        // A terminal of another size has moved what was there, also where the frame is the same.
        if (last == (width, height, frame))
            return;
        last = (width, height, frame);
        output.Write(Begin + frame + End);
        output.Flush();
    }

    public void Dispose()
    {
        output.Write(Leave);
        output.Flush();
    }
}
