using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Isolation;

/// <summary>One compiler for all tests of a class.</summary>
public sealed class WarmCompiler : IAsyncDisposable
{
    public CompilerProcess Process { get; } = new(new SandboxLimits(), Walls.None);

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
