using CachingLab.Worker.Compilation;
using CachingLab.Worker.Isolation;
using CachingLab.Worker.Protocol;
using CachingLab.Worker.Running;

namespace CachingLab.Worker;

/// <summary>The child's entry point: <c>CachingLab.Worker compile|run TERMS</c>, where the terms are those of <see cref="ChildTerms"/>.</summary>
internal static class Program
{
    internal const string Compile = "compile";

    internal const string Run = "run";

    public static int Main(string[] args)
    {
        if (args is [Compile, ..])
        {
            // Without this, the compiler would lock assemblies that an answer reads too.
            AppContext.SetSwitch("System.IO.DisableFileLocking", true);
            return ChildProgram.Serve(args[1..], typeof(ICompiler), _ => new CompileServer());
        }

        return ChildProgram.Serve(args is [Run, ..] ? args[1..] : [], typeof(IWorker), parent => new CellWorker(parent));
    }
}
