using CachingLab.Grading;
using CachingLab.Grading.Tests.Submissions;

namespace CachingLab.Bench;

/// <summary>Writes the made-up class of 40 as each platform hands it out, with its roster, to try the grader's reports on.</summary>
internal static class ClassMaker
{
    /// <summary>Writes the class into a folder, and returns what to grade.</summary>
    public static IReadOnlyList<string> Write(CourseFolder course, string folder)
    {
        var made = new ClassOf40(course);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "roster.csv"), made.Roster);
        return [.. ClassLayouts.Names.Select(name => ClassLayouts.Write(made, name, folder))];
    }
}
