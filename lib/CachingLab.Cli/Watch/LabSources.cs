using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace CachingLab.Cli.Watch;

/// <summary>Where events come from: the folder, the keyboard, the terminal's size.</summary>
internal static class LabSources
{
    /// <summary>Tells what the watcher sees until it is cancelled.</summary>
    public static async Task WatchAsync(NotebookWatcher watcher, ChannelWriter<LabEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (WatchEvent seen in watcher.WatchAsync(cancellationToken))
                events.TryWrite(new Seen(seen));
        }
        catch (OperationCanceledException)
        {
            // The lab is closing.
        }
        catch (Exception e)
        {
            // A watch that ended by itself must end the lab, not leave a board that looks alive.
            events.TryComplete(e);
        }
    }

    /// <summary>Tells keys from a thread of its own, which a blocking read needs; the process ends without it.</summary>
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
                // The terminal went away: the hang-up signal ends the lab.
            }
        })
        {
            IsBackground = true,
            Name = "keys",
        };
        reader.Start();
    }

    /// <summary>Tells of another size; Windows sends no such signal, and the next frame fits there.</summary>
    public static IDisposable? WatchSize(ChannelWriter<LabEvent> events) => OperatingSystem.IsWindows()
        ? null
        : PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => events.TryWrite(new Resized()));

    /// <summary>Ends the lab, cleanly, when its terminal is closed.</summary>
    public static IDisposable WatchHangUp(CancellationTokenSource ending) => PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
    {
        context.Cancel = true;
        ending.Cancel();
    });
}
