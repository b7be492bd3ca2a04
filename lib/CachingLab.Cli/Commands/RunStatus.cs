namespace CachingLab.Cli.Commands;

/// <summary>One line at the foot of a terminal that says what goes on and for how long; it is gone before anything else is written.</summary>
internal sealed class RunStatus : IDisposable
{
    // What takes less says all by its outputs.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // For the ^C that a terminal shows when it is typed, and the cursor after it.
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

    /// <param name="terminal">Where the line goes; null where nobody would see it.</param>
    /// <param name="width">The terminal's columns now.</param>
    /// <param name="time">Says how long it takes.</param>
    public RunStatus(TextWriter? terminal, Func<int> width, TimeProvider time)
    {
        (this.terminal, this.width, this.time) = (terminal, width, time);
        timer = time.CreateTimer(_ => Draw(), null, Second, Second);
    }

    /// <summary>Something else goes on from now.</summary>
    public void Show(string what)
    {
        lock (gate)
        {
            Clear();
            (text, since, hidden) = (what, time.GetTimestamp(), false);
        }
    }

    /// <summary>Takes the line away: something is going to be written.</summary>
    public void Hide()
    {
        lock (gate)
        {
            Clear();
            hidden = true;
        }
    }

    /// <summary>What went on before <see cref="Hide"/> still does.</summary>
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

    // No escape sequence: every terminal understands a carriage return.
    private void Write(string line)
    {
        terminal?.Write(line);
        terminal?.Flush();
    }
}
