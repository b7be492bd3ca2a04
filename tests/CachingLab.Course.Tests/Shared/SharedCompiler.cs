using CachingLab.Grading.Isolation;

[assembly: AssemblyFixture(typeof(CachingLab.Course.Tests.Shared.SharedCompiler))]

namespace CachingLab.Course.Tests.Shared;

/// <summary>The compiler that all tests share; the first that needs it starts it.</summary>
public sealed class SharedCompiler : IAsyncDisposable
{
    /// <summary>Compiles as <c>./lab run</c> does.</summary>
    public static CompilerProcess Process { get; } = new(new SandboxLimits(), Walls.None);

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
