using System.Text;
using CachingLab.Reports;

namespace CachingLab.Checks;

/// <summary>
/// Captures what a check's calls print on any thread, and restores the console afterwards. All other output goes to the original console.
/// </summary>
internal sealed class ConsoleCapture : IDisposable
{
    // Code that has printed this many lines by the end of the check is not expected to stop by itself.
    private const int Flood = 1_000;
    private static readonly TimeSpan HoldingTime = TimeSpan.FromMilliseconds(50);
    private static readonly AsyncLocal<ConsoleCapture?> Current = new();
    private static readonly Lock Gate = new();
    private static readonly TextWriter Out = TextWriter.Synchronized(new FlowWriter(error: false));
    private static readonly TextWriter Error = TextWriter.Synchronized(new FlowWriter(error: true));
    private static int open;
    private static (TextWriter Out, TextWriter Error) before = (TextWriter.Null, TextWriter.Null);

    private readonly PrintCollector printed = new();
    private volatile Phase phase;

    private ConsoleCapture()
    {
    }

    private enum Phase
    {
        Taking,
        Dropping,
        Holding,
    }

    /// <summary>What was printed so far, or null when nothing was.</summary>
    public PrintedLines? Lines => printed.Lines;

    /// <summary>Captures what is printed by the calls that the caller makes from now on. The caller is an async method; the capture does not flow out of it.</summary>
    public static ConsoleCapture Begin()
    {
        lock (Gate)
        {
            // An answer's thread may have set the capturing writers again since the last check.
            if (open++ == 0)
                before = (Console.Out == Out ? before.Out : Console.Out, Console.Error == Error ? before.Error : Console.Error);
            Console.SetOut(Out);
            Console.SetError(Error);
        }

        return Current.Value = new ConsoleCapture();
    }

    /// <summary>
    /// Blocks threads that keep printing after the check, at their next print. Otherwise they would flood the notebook until the kernel is restarted.
    /// </summary>
    /// <param name="abandoned">Whether a call has not returned.</param>
    public Task HoldAsync(bool abandoned)
    {
        if (!abandoned && printed.Lines is not { Count: > Flood })
            return Task.CompletedTask;
        phase = Phase.Holding;
        return Task.Delay(HoldingTime);
    }

    /// <summary>Restores the console, even if the answer has replaced it.</summary>
    public void Dispose()
    {
        if (phase is Phase.Taking)
            phase = Phase.Dropping;
        lock (Gate)
        {
            if (--open > 0)
                return;
            Console.SetOut(before.Out);
            Console.SetError(before.Error);
        }
    }

    private void Take(ReadOnlySpan<char> text, object synchronized)
    {
        if (phase is Phase.Holding)
            Hold(synchronized);
        else if (phase is Phase.Taking)
            printed.Add(text);
    }

    // Console locks its writer around every call. Waiting on that lock releases it, so that other threads can print.
    private static void Hold(object synchronized)
    {
        if (Monitor.IsEntered(synchronized))
            Monitor.Wait(synchronized);
        else
            Thread.Sleep(Timeout.Infinite);
    }

    private sealed class FlowWriter(bool error) : TextWriter
    {
        public override Encoding Encoding => Other.Encoding;

        private TextWriter Other => error ? before.Error : before.Out;

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (Current.Value is { } capture)
                capture.Take(buffer, error ? Error : Out);
            else
                Other.Write(buffer);
        }

        public override void Flush() => Other.Flush();
    }
}
