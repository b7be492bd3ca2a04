namespace CachingLab.Cli.Commands;

/// <summary>A status line at the foot of a terminal, with the elapsed time. It is erased before anything else is written.</summary>
internal sealed class RunStatus : IDisposable
{
    // A shorter run needs no status.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Room for the ^C that a terminal echoes, and the cursor after it.
    private const int Free = 3;
    private readonly Lock gate = new();
    private readonly TextWriter? terminal;
    private readonly Func<int> width;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private string text = "";
    private long since;
    private bool hidden = true;
    private int drawn;

    /// <param name="terminal">The terminal; null when nobody would see the line.</param>
    /// <param name="width">Returns the terminal's current columns.</param>
    /// <param name="time">The clock for the elapsed time.</param>
    public RunStatus(TextWriter? terminal, Func<int> width, TimeProvider time)
    {
        (this.terminal, this.width, this.time) = (terminal, width, time);
        timer = time.CreateTimer(_ => Draw(), null, Second, Second);
    }

    /// <summary>Sets the status and restarts the elapsed time.</summary>
    public void Show(string what)
    {
        lock (gate)
        {
            Clear();
            (text, since, hidden) = (what, time.GetTimestamp(), false);
        }
    }

    /// <summary>Erases the line before other output.</summary>
    public void Hide()
    {
        lock (gate)
        {
            Clear();
            hidden = true;
        }
    }

    /// <summary>Shows the status again after <see cref="Hide"/>.</summary>
    public void Return()
    {
        lock (gate)
            hidden = false;
    }

    public void Dispose()
    {
        timer.Dispose();
        Hide();
    }

    private void Draw()
    {
        lock (gate)
        {
            if (hidden || terminal is null || text.Length == 0)
                return;
            string end = $", {time.GetElapsedTime(since).TotalSeconds:0} s (Ctrl+C stops)";
            int room = Math.Max(0, width() - Free - end.Length);
            string line = (text.Length > room ? text[..room] : text) + end;
            Write($"\r{line.PadRight(drawn)}");
            drawn = line.Length;
        }
    }

    private void Clear()
    {
        if (drawn > 0)
            Write($"\r{new string(' ', drawn)}\r");
        drawn = 0;
    }

    // Uses carriage returns and no escape sequences, so that it works on every terminal.
    private void Write(string line)
    {
        terminal?.Write(line);
        terminal?.Flush();
    }
}
