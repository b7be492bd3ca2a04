using CachingLab.Execution;

namespace CachingLab.Grading.Tests.Execution;

/// <summary>One compiler for all tests of a class.</summary>
public sealed class WarmCompiler : IAsyncDisposable
{
    public CompilerProcess Process { get; } = new(new SandboxLimits(), walls: false);

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
