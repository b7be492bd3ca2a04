using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace CachingLab.Cli.Watch;

/// <summary>The sources of events: the folder, the keyboard, and the terminal's size.</summary>
internal static class LabSources
{
    /// <summary>Reports what the watcher sees until it is cancelled.</summary>
    public static async Task WatchAsync(NotebookWatcher watcher, ChannelWriter<LabEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (WatchEvent seen in watcher.WatchAsync(cancellationToken))
                events.TryWrite(seen);
        }
        catch (OperationCanceledException)
        {
            // The lab is closing.
        }
        catch (Exception e)
        {
            // A failed watcher must end the lab, because the board would not change any more.
            events.TryComplete(e);
        }
    }

    /// <summary>Reads keys on a background thread, because the read blocks.</summary>
    public static void ReadKeys(ChannelWriter<LabEvent> events)
    {
        var reader = new Thread(() =>
        {
            try
            {
                while (events.TryWrite(new KeyPressed(Console.ReadKey(intercept: true))))
                {
                }
            }
            catch (InvalidOperationException)
            {
                // The terminal was closed. The hang-up signal ends the lab.
            }
        })
        {
            IsBackground = true,
            Name = "keys",
        };
        reader.Start();
    }

    /// <summary>Reports a resized terminal. Windows sends no such signal; there the next frame has the new size.</summary>
    public static IDisposable? WatchSize(ChannelWriter<LabEvent> events) => OperatingSystem.IsWindows()
        ? null
        : PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => events.TryWrite(new Resized()));

    /// <summary>Ends the lab properly when its terminal is closed.</summary>
    public static IDisposable WatchHangUp(CancellationTokenSource ending) => PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
    {
        context.Cancel = true;
        ending.Cancel();
    });
}
