using CachingLab.Sandbox.Protocol;
using CachingLab.Sandbox.Serving;

namespace CachingLab.Sandbox;

/// <summary>The child's entry point: <c>CachingLab.Sandbox IN OUT</c>, the handles of the two pipes to its parent.</summary>
internal static class Program
{
    public static int Main(string[] args) => ChildProgram.Serve(args, typeof(IWorker), parent => new Worker(parent));
}
