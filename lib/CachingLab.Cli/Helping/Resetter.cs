using CachingLab.Cli.Progress;
using CachingLab.Exams;
using CachingLab.Grading;

namespace CachingLab.Cli.Helping;

/// <summary>Puts pristine cells back, and keeps what was there.</summary>
/// <param name="course">The course.</param>
/// <param name="kept">Where it is kept.</param>
internal sealed class Resetter(CourseFolder course, KeptFiles kept)
{
    /// <summary>Puts one exercise's cell back.</summary>
    /// <returns>What was done and where things are, in a line or two.</returns>
    /// <exception cref="IOException">A file cannot be written; nothing was changed.</exception>
    public IReadOnlyList<string> Reset(Exercise exercise) => throw new NotImplementedException(course.Root + kept + exercise);
}
