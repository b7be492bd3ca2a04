using CachingLab.Exams;
using CachingLab.Grading;

namespace CachingLab.Answers.Tests;

/// <summary>Where a learner finds an exercise.</summary>
internal static class Place
{
    /// <summary>The repository that the tests were built in.</summary>
    public static CourseFolder Course { get; } = CourseFolder.Find(AppContext.BaseDirectory);

    /// <summary>The notebook, and the heading above the cell: editors do not show the cell's id.</summary>
    public static string Of(Exercise exercise) => $"notebooks/{Course.PlaceOf(exercise)}";
}
