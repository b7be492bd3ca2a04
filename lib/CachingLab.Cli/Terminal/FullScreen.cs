namespace CachingLab.Cli.Terminal;

/// <summary>Uses the whole terminal on its alternate screen, as an editor or a pager does.</summary>
/// <remarks>
/// Scrolling output would fill the scrollback, and clearing the board before each write would make it flicker. A frame therefore overwrites the last one
/// in one write, and an unchanged frame is not written. The main screen is restored afterwards. Long reports scroll with the arrow keys.
/// </remarks>
internal sealed class FullScreen : IScreen
{
    private const string Enter = "\e[?1049h\e[?25l";
    private const string Leave = "\e[?25h\e[?1049l";

    // Terminals that support mode 2026 show only whole frames; others ignore it.
    private const string Begin = "\e[?2026h\e[H";
    private const string End = "\e[J\e[?2026l";
    private readonly Frame composer;
    private readonly TextWriter output;
    private readonly Func<(int Width, int Height)> size;
    private (int Width, int Height, string Frame) last;

    /// <param name="traits">What the terminal can do.</param>
    /// <param name="output">The terminal.</param>
    /// <param name="size">Returns the terminal's current columns and rows.</param>
    public FullScreen(TerminalTraits traits, TextWriter output, Func<(int Width, int Height)> size)
    {
        (composer, this.output, this.size) = (new Frame(traits), output, size);
        output.Write(Enter);
        output.Flush();
    }

    public void Show(LabView view)
    {
        (int width, int height) = size();
        string frame = string.Join("\e[K\r\n", composer.Compose(view, Math.Max(width, 20), Math.Max(height, 5))) + "\e[K";
        // A resized terminal has moved its content, so even an unchanged frame must be written.
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

/// <summary>Shows views to the learner.</summary>
internal interface IScreen : IDisposable
{
    /// <summary>Shows a view. An unchanged view is not written again.</summary>
    void Show(LabView view);
}
