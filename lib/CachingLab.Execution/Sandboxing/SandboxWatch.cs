using System.Collections.Concurrent;

namespace CachingLab.Execution;

/// <summary>Looks at all running sandboxes ten times a second and stops those that use too much.</summary>
internal static class SandboxWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly ConcurrentDictionary<SandboxProcess, bool> Watched = new();
    private static readonly Lock Gate = new();
    private static bool running;

    public static void Add(SandboxProcess sandbox)
    {
        Watched[sandbox] = true;
        lock (Gate)
        {
            if (running)
                return;
            running = true;
        }

        _ = Task.Run(WatchAsync);
    }

    public static void Remove(SandboxProcess sandbox) => Watched.TryRemove(sandbox, out _);

    private static async Task WatchAsync()
    {
        while (true)
        {
            await Task.Delay(Interval);
            lock (Gate)
            {
                if (Watched.IsEmpty)
                {
                    running = false;
                    return;
                }
            }

            ProcessTable table = ProcessTable.Read();
            foreach (SandboxProcess sandbox in Watched.Keys)
                sandbox.Look(table);
        }
    }
}
