namespace CachingLab.Grading.Submissions;

/// <summary>Where the grader saves its runs.</summary>
public static class RunsFolder
{
    /// <summary>A folder in the course's; when that cannot be written, one in the user's.</summary>
    public static string Of(CourseFolder course)
    {
        string here = Path.Combine(course.Root, ".lab", "grading");
        return IsWritable(here)
            ? here
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "cachinglab", "grading");
    }

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
