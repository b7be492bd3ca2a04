using System.Collections.Concurrent;

namespace CachingLab.Grading.Isolation;

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

        // A dedicated thread with a higher priority, so that a busy thread pool cannot delay the watching.
        new Thread(Watch) { IsBackground = true, Name = "sandbox watch", Priority = ThreadPriority.AboveNormal }.Start();
    }

    public static void Remove(SandboxProcess sandbox) => Watched.TryRemove(sandbox, out _);

    private static void Watch()
    {
        while (true)
        {
            Thread.Sleep(Interval);
            lock (Gate)
            {
                if (Watched.IsEmpty)
                {
                    running = false;
                    return;
                }
            }

            long free = SandboxPlace.Free();
            foreach (SandboxProcess sandbox in Watched.Keys)
                Look(sandbox, free);
        }
    }

    private static void Look(SandboxProcess sandbox, long free)
    {
        try
        {
            sandbox.Look(free);
        }
        catch (Exception)
        {
            // A sandbox whose use is unknown cannot be bounded. The exception must not end the watching of the others.
            sandbox.Stop(SandboxEndReason.Unwatched);
        }
    }
}
