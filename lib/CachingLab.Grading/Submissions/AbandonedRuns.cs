namespace CachingLab.Grading.Submissions;

/// <summary>Removes the files of interrupted runs that nobody continued. A finished run removes only its own file.</summary>
internal static class AbandonedRuns
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    /// <summary>Removes the files that were last written more than 30 days ago. A file that a run has open stays.</summary>
    /// <param name="folder">Where runs are kept.</param>
    /// <param name="time">The clock for their age.</param>
    public static void Remove(string folder, TimeProvider time)
    {
        DateTime oldest = (time.GetUtcNow() - Age).UtcDateTime;
        Try(() =>
        {
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*.run").Where(f => f.LastWriteTimeUtc < oldest))
                Try(() => Remove(file.FullName));
        });
    }

    // Deletes the file only under a lock. On Linux it could otherwise be deleted while a run writes it.
    private static void Remove(string file) =>
        new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An old file does no harm. The next run tries again.
        }
    }
}
