using CachingLab.Cli.Progress;
using CachingLab.Exams;
using CachingLab.Grading;
using Spectre.Console;

namespace CachingLab.Cli.Helping;

/// <summary>Shows the course's answer, beside the learner's own once that passes.</summary>
/// <param name="course">The course.</param>
/// <param name="progress">Knows whether the exercise passed.</param>
internal sealed class SolutionDesk(CourseFolder course, ProgressStore progress)
{
    /// <summary>Whether the solution may be shown without peeking.</summary>
    public bool IsEarned(Exercise exercise) => progress.Of(exercise.Id).FirstPassed is not null;

    /// <summary>Shows it.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="peek">Whether to show it before it is earned.</param>
    /// <param name="console">Where; its width decides between one column and two.</param>
    /// <returns>False when it is not earned: then one line says what to do.</returns>
    public bool Show(Exercise exercise, bool peek, IAnsiConsole console) =>
        throw new NotImplementedException($"{course.Root}{exercise}{peek}{console}");
}
