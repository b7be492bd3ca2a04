using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Submissions;

/// <summary>Where the grader saves its runs.</summary>
public static class RunsFolder
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    /// <summary>A folder in the course's; when that cannot be written, one in the user's.</summary>
    public static string Of(CourseFolder course)
    {
        string here = Path.Combine(course.Root, ".lab", "grading");
        return IsWritable(here)
            ? here
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "cachinglab", "grading");
    }

    /// <summary>
    /// Removes the files of interrupted runs that were last written more than 30 days ago: a finished run removes only its own. A file that a run has open
    /// stays.
    /// </summary>
    internal static void RemoveAbandoned(string folder, TimeProvider time)
    {
        DateTime oldest = (time.GetUtcNow() - Age).UtcDateTime;
        SandboxLeftovers.Try(() =>
        {
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*.run").Where(f => f.LastWriteTimeUtc < oldest))
                SandboxLeftovers.Try(() => Remove(file.FullName));
        });
    }

    // Deletes the file only under a lock. On Linux it could otherwise be deleted while a run writes it.
    private static void Remove(string file) =>
        new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();

    private static bool IsWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            new FileStream(Path.Combine(folder, $"{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
