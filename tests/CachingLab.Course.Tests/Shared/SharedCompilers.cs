using CachingLab.Execution;
using CachingLab.Grading;

[assembly: AssemblyFixture(typeof(CachingLab.Course.Tests.SharedCompilers))]

namespace CachingLab.Course.Tests;

/// <summary>What all tests compile and grade with: started by the first that needs it, gone without a trace after the last.</summary>
public sealed class SharedCompilers : IAsyncDisposable
{
    // What is tested here is what answers do, not how fast a busy machine lets them.
    private static readonly SandboxLimits Patient = new()
    {
        WallTime = TimeSpan.FromMinutes(5),
        CpuTime = TimeSpan.FromMinutes(2),
        CompileTime = TimeSpan.FromMinutes(2),
    };

    /// <summary>Grades as <c>./lab grade</c> does.</summary>
    public static ExerciseGrader Grader { get; } = new(new GradeOptions { Limits = Patient }, SandboxChoice.Make(SandboxMode.Auto));

    /// <summary>Compiles as <c>./lab run</c> does.</summary>
    public static CompilerProcess Compiler { get; } = new(Patient, walls: false);

    public async ValueTask DisposeAsync()
    {
        await Grader.DisposeAsync();
        await Compiler.DisposeAsync();
    }
}
