using CachingLab.Sandbox;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Compiler;

/// <summary>The child's entry point: <c>CachingLab.Compiler IN OUT</c>, the handles of the two pipes to its parent.</summary>
internal static class Program
{
    public static int Main(string[] args) => ChildProgram.Serve(args, typeof(ICompiler), _ => new CompileServer());
}
