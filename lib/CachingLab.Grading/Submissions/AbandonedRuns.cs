namespace CachingLab.Grading.Submissions;

/// <summary>What interrupted runs have kept and nobody has gone on with. A run removes its own file alone, when it is finished.</summary>
internal static class AbandonedRuns
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    /// <summary>Removes the files that were last written more than 30 days ago; one that a run has open stays.</summary>
    /// <param name="folder">Where runs are kept.</param>
    /// <param name="time">The clock that their age is told by.</param>
    public static void Remove(string folder, TimeProvider time)
    {
        DateTime oldest = (time.GetUtcNow() - Age).UtcDateTime;
        Try(() =>
        {
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*.run").Where(f => f.LastWriteTimeUtc < oldest))
                Try(() => Remove(file.FullName));
        });
    }

    // Deleted while it is locked, and not where it cannot be: on Linux a file could be deleted under the run that writes it.
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
            // It is old, not in the way: the next run tries again.
        }
    }
}
