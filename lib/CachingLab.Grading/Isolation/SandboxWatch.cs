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

        // A thread of its own, before others: a busy pool must not be what keeps it from looking.
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

            foreach (SandboxProcess sandbox in Watched.Keys)
                Look(sandbox);
        }
    }

    private static void Look(SandboxProcess sandbox)
    {
        try
        {
            sandbox.Look();
        }
        catch (Exception)
        {
            // What cannot be looked at cannot be bounded; and one sandbox must not end the watch of the others.
            sandbox.Stop(SandboxEndReason.Unwatched);
        }
    }
}
