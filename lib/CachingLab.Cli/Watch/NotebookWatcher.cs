using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CachingLab.Cli.Watch;

/// <summary>Reports saves in a folder of notebooks, whether an editor writes in place, twice, or to a new file that it renames.</summary>
/// <remarks>
/// Changes are found by the system's notifications and by a check of times and sizes each second, because network folders and containers lose
/// notifications. The same content is reported once.
/// </remarks>
/// <param name="folder">The folder.</param>
/// <param name="time">The clock for the waits.</param>
internal sealed class NotebookWatcher(string folder, TimeProvider time)
{
    /// <summary>How long a notebook may be unreadable before that is reported. A slow save takes less.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(60);

    // Editors empty a file before they fill it. A short wait avoids reading in between.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);
    private const string Everything = "";

    /// <summary>Reports all notebooks, then their changes.</summary>
    public async IAsyncEnumerable<WatchEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var due = Channel.CreateUnbounded<string>();
        using FileSystemWatcher? notices = Notices(due.Writer);
        await using ITimer poll = time.CreateTimer(_ => due.Writer.TryWrite(Everything), null, PollInterval, PollInterval);
        await using ITimer retry = time.CreateTimer(_ => due.Writer.TryWrite(Everything), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var files = new SortedDictionary<string, WatchedNotebook>(StringComparer.Ordinal);
        due.Writer.TryWrite(Everything);
        while (await due.Reader.WaitToReadAsync(cancellationToken))
        {
            HashSet<string> named = Take(due.Reader);
            if (named.Count > 0 && !named.SetEquals([Everything]))
            {
                await Task.Delay(Quiet, time, cancellationToken);
                named.UnionWith(Take(due.Reader));
            }

            foreach (string name in NamesIn(folder).Concat(named).Where(n => n.Length > 0))
                files.TryAdd(name, new WatchedNotebook(Path.Combine(folder, name + ".ipynb"), time));
            foreach ((string name, WatchedNotebook file) in files)
            {
                if (file.Look(named.Contains(name)) is { } seen)
                    yield return seen;
            }

            if (files.Values.Any(f => f.IsDoubtful))
                retry.Change(RetryInterval, Timeout.InfiniteTimeSpan);
        }
    }

    private static HashSet<string> Take(ChannelReader<string> due)
    {
        var names = new HashSet<string>();
        while (due.TryRead(out string? name))
            names.Add(name);
        return names;
    }

    private static string[] NamesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(IsNotebook).Select(f => Path.GetFileNameWithoutExtension(f)).Distinct()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder itself is being replaced. The next check finds it, or reports each notebook as missing.
            return [];
        }
    }

    private static bool IsNotebook(string? file) => Path.GetExtension(file) is ".ipynb" or ".verso";

    private FileSystemWatcher? Notices(ChannelWriter<string> due)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { InternalBufferSize = 64 * 1024 };
            watcher.Changed += (_, e) => Tell(e.Name);
            watcher.Created += (_, e) => Tell(e.Name);
            watcher.Deleted += (_, e) => Tell(e.Name);
            watcher.Renamed += (_, e) =>
            {
                Tell(e.OldName);
                Tell(e.Name);
            };
            watcher.Error += (_, _) => due.TryWrite(Everything);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException or UnauthorizedAccessException)
        {
            // There are no notifications here (too many watches, an unusual file system). The check each second is enough.
            return null;
        }

        void Tell(string? file)
        {
            if (IsNotebook(file))
                due.TryWrite(Path.GetFileNameWithoutExtension(file)!);
        }
    }
}
