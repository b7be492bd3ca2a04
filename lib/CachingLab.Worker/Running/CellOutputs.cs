using System.Text;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Sends what cells print, show and return to the parent, within bounds. A flood of printed text does not displace shown outputs.</summary>
internal sealed class CellOutputs : TextWriter
{
    // Lines are sent without a delay, so that none is lost when the process ends. A flood is sent in larger pieces.
    private const int MostLinesAtOnce = 1_000;
    private const int MostShown = 200;
    private const int MostShownCharacters = 2_000_000;
    private const int MostCharactersOfOne = 500_000;

    // After too many outputs, the last ones are kept too: they may be the cell's result.
    private const int MostLate = 10;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly ICellObserver observer;
    private readonly Timer timer;
    private readonly Queue<CellOutput> late = new();
    private PrintedText printed = new();
    private string cell = "";
    private int lines;
    private int shown;
    private long shownCharacters;
    private int leftOut;

    public CellOutputs(ICellObserver observer)
    {
        this.observer = observer;
        timer = new Timer(_ => Flush());
    }

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Assigns the following outputs to a cell.</summary>
    public void Begin(string id)
    {
        lock (gate)
        {
            Finish();
            cell = id;
        }
    }

    /// <summary>Sends what was held back.</summary>
    public void End()
    {
        lock (gate)
            Finish();
    }

    public override void Write(char value) => Print([value]);

    public override void Write(char[] buffer, int index, int count) => Print(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Print(buffer);

    public override void Write(string? value) => Print(value);

    public override void Flush()
    {
        lock (gate)
            Send(printed.TakeReady());
    }

    /// <summary>Adds something that was shown or returned.</summary>
    public void Add(CellOutput output)
    {
        lock (gate)
        {
            output = Bounded(output);
            shownCharacters += Length(output);
            if (++shown <= MostShown && shownCharacters <= MostShownCharacters)
            {
                Send(printed.TakeAll());
                Send(output);
                return;
            }

            late.Enqueue(output);
            if (late.Count <= MostLate)
                return;
            late.Dequeue();
            leftOut++;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            timer.Dispose();
        base.Dispose(disposing);
    }

    private static CellOutput Bounded(CellOutput output) => output.Html is not null && Length(output) <= MostCharactersOfOne
        ? output
        : output with { Text = PrintedText.Bound(output.Text), Html = null };

    private static int Length(CellOutput output) => output.Text.Length + (output.Html?.Length ?? 0);

    private void Print(ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            printed.Add(text);
            if (text.Contains('\n') && lines++ < MostLinesAtOnce)
                Send(printed.TakeReady());
            else
                timer.Change(Soon, Timeout.InfiniteTimeSpan);
        }
    }

    private void Finish()
    {
        Send(printed.TakeAll());
        if (leftOut > 0)
            Send($"[{leftOut} outputs left out here]\n");
        foreach (CellOutput output in late)
            Send(output);
        late.Clear();
        printed = new PrintedText();
        (lines, shown, shownCharacters, leftOut) = (0, 0, 0, 0);
    }

    private void Send(string text)
    {
        if (text.Length > 0)
            Send(new CellOutput(OutputKind.Printed, text));
    }

    private void Send(CellOutput output)
    {
        try
        {
            observer.Shown(cell, output);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The parent has ended.
        }
    }
}
