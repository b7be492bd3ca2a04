using CachingLab.Grading.Runs;
using CachingLab.Worker.Protocol;

namespace CachingLab.Cli.Commands;

/// <summary>
/// Writes the outputs of a notebook's cells as they arrive, and in between a status line at the foot of the terminal, with the elapsed time. The line is
/// erased before anything else is written.
/// </summary>
internal sealed class RunOutput : IRunProgress, IDisposable
{
    // A shorter run needs no status.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Room for the ^C that a terminal echoes, and the cursor after it.
    private const int Free = 3;
    private readonly Lock gate = new();
    private readonly NotebookCells cells;
    private readonly TextWriter output;
    private readonly TextWriter? terminal;
    private readonly Func<int> width;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private string? headed;
    private bool inLine;
    private string status = "";
    private long since;
    private bool hidden = true;
    private int drawn;

    /// <param name="cells">The notebook's cells.</param>
    /// <param name="output">The writer for the outputs.</param>
    /// <param name="terminal">The terminal; null when nobody would see the status line.</param>
    /// <param name="width">Returns the terminal's current columns.</param>
    /// <param name="time">The clock for the elapsed time.</param>
    public RunOutput(NotebookCells cells, TextWriter output, TextWriter? terminal, Func<int> width, TimeProvider time)
    {
        (this.cells, this.output, this.terminal, this.width, this.time) = (cells, output, terminal, width, time);
        timer = time.CreateTimer(_ => DrawStatus(), null, Second, Second);
    }

    /// <summary>The cell that is running or ran last; null before the first.</summary>
    public string? Running { get; private set; }

    /// <summary>Shows that the run is being prepared.</summary>
    public void Prepare()
    {
        lock (gate)
            ShowStatus("getting ready");
    }

    public void Started(string cell)
    {
        lock (gate)
        {
            EndLine();
            Running = cell;
            ShowStatus($"running cell {cells.NumberOf(cell)} of {cells.Count}: {cells.TitleOf(cell)}");
        }
    }

    public void Shown(string cell, CellOutput output)
    {
        lock (gate)
        {
            HideStatus();
            if (headed != cell)
            {
                EndLine();
                Write($"-- {cells.TitleOf(cell)}\n");
                headed = cell;
            }

            if (output.Kind is not OutputKind.Printed)
                EndLine();
            Write(output.Text);
            if (output.Kind is not OutputKind.Printed)
                EndLine();

            // In the middle of a line, the status would mix with the cell's output.
            hidden = inLine;
        }
    }

    /// <summary>Ends the output.</summary>
    public void End()
    {
        lock (gate)
        {
            HideStatus();
            EndLine();
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        End();
    }

    private void EndLine()
    {
        if (inLine)
            Write("\n");
    }

    private void Write(string text)
    {
        if (text.Length == 0)
            return;
        output.Write(text);
        output.Flush();
        inLine = text[^1] != '\n';
    }

    private void ShowStatus(string what)
    {
        HideStatus();
        (status, since, hidden) = (what, time.GetTimestamp(), false);
    }

    private void HideStatus()
    {
        if (drawn > 0)
            WriteStatus($"\r{new string(' ', drawn)}\r");
        (drawn, hidden) = (0, true);
    }

    private void DrawStatus()
    {
        lock (gate)
        {
            if (hidden || terminal is null || status.Length == 0)
                return;
            string end = $", {time.GetElapsedTime(since).TotalSeconds:0} s (Ctrl+C stops)";
            int room = Math.Max(0, width() - Free - end.Length);
            string line = (status.Length > room ? status[..room] : status) + end;
            WriteStatus($"\r{line.PadRight(drawn)}");
            drawn = line.Length;
        }
    }

    // Uses carriage returns and no escape sequences, so that it works on every terminal.
    private void WriteStatus(string line)
    {
        terminal?.Write(line);
        terminal?.Flush();
    }
}
