using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Submissions;

/// <summary>One grader for all tests of a class.</summary>
public sealed class PatientGrader : IAsyncDisposable
{
    // A busy machine must not turn a right answer into a slow one.
    private static readonly SandboxLimits Patient = new() { WallTime = TimeSpan.FromMinutes(5) };

    public ExerciseGrader Exercises { get; } = new(new GradeOptions { Seed = 11, Limits = Patient }, Walls.Choose(SandboxMode.Auto));

    public ValueTask DisposeAsync() => Exercises.DisposeAsync();
}
