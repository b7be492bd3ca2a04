using System.Globalization;
using CachingLab.Grading;

namespace CachingLab.Cli;

/// <summary>Copies of files that are about to change, in <c>.lab/kept/</c>.</summary>
internal static class KeptFiles
{
    /// <summary>Copies a file aside under a name of its own.</summary>
    /// <returns>The copy's path relative to the course's root.</returns>
    public static string Keep(CourseFolder course, string file)
    {
        string folder = Path.Combine(course.Root, ".lab", "kept");
        Directory.CreateDirectory(folder);
        string stamp = TimeProvider.System.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (int number = 0; ; number++)
        {
            string name = $"{Path.GetFileNameWithoutExtension(file)}-{stamp}{(number == 0 ? "" : $"-{number}")}{Path.GetExtension(file)}";
            string copy = Path.Combine(folder, name);
            if (File.Exists(copy))
                continue;
            File.Copy(file, copy);
            return Path.GetRelativePath(course.Root, copy).Replace('\\', '/');
        }
    }
}
