using System.Globalization;

namespace CachingLab.Grading.Isolation;

/// <summary>How long the threads of a process on Linux have been ready to run without a processor.</summary>
internal static class ThreadWaits
{
    /// <summary>The sum over the threads that have not ended; null when the process has ended, or the kernel does not count.</summary>
    /// <param name="process">The process.</param>
    public static TimeSpan? Of(int process)
    {
        try
        {
            // The second number of schedstat is the time on a run queue in nanoseconds: sched-stats in the kernel's documentation.
            long nanoseconds = 0;
            foreach (string thread in Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task")))
            {
                if (File.ReadAllText(thread + "/schedstat").Split(' ') is [_, var waited, _])
                    nanoseconds += long.Parse(waited, CultureInfo.InvariantCulture);
            }

            return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
