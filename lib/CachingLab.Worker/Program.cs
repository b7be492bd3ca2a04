using System.Globalization;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Compilation;
using CachingLab.Worker.Isolation;
using CachingLab.Worker.Protocol;
using CachingLab.Worker.Running;
using Microsoft.Win32.SafeHandles;

namespace CachingLab.Worker;

/// <summary>The child's entry point: <c>CachingLab.Worker compile|run TERMS</c>, where the terms are those of <see cref="ChildTerms"/>.</summary>
internal static class Program
{
    internal const string Compile = "compile";

    internal const string Run = "run";

    // Each call blocks a thread until it is answered, and the called code may need more threads.
    private const int Threads = 128;

    public static int Main(string[] args)
    {
        if (args is [Compile, ..])
        {
            // Without this, the compiler would lock assemblies that an answer reads too.
            AppContext.SetSwitch("System.IO.DisableFileLocking", true);
            return Serve(args[1..], typeof(ICompiler), _ => new CompileServer());
        }

        return Serve(args is [Run, ..] ? args[1..] : [], typeof(IWorker), parent => new CellWorker(parent));
    }

    /// <summary>Serves the parent, then ends the process.</summary>
    /// <returns>The exit code when the program was started by hand.</returns>
    private static int Serve(string[] args, Type type, Func<Connection, object> root)
    {
        if (ChildTerms.TryRead(args) is not { } terms)
        {
            Console.WriteLine("This program is started by 'lab', which has learners' cells compiled or run in it; there is nothing to do with it by hand.");
            return 2;
        }

        // This comes first because threads that were started earlier would stay unrestricted.
        ChildWalls.Close(terms);
        ThreadPool.SetMinThreads(Threads, 1);

        // File streams start faster than pipe streams, which load the socket library.
        using SafeFileHandle inFile = Handle(terms.In);
        using SafeFileHandle outFile = Handle(terms.Out);
        using var input = new FileStream(inFile, FileAccess.Read, bufferSize: 0, isAsync: false);
        using var output = new FileStream(outFile, FileAccess.Write, bufferSize: 0, isAsync: false);
        var parent = new ChildConnection(input, output);
        parent.Export(root(parent), type);
        parent.Serve();

        // The parent has ended or is done. A thread of a learner's code must not keep the process alive.
        Environment.Exit(0);
        return 0;
    }

    private static SafeFileHandle Handle(string number) => new(nint.Parse(number, CultureInfo.InvariantCulture), ownsHandle: true);
}
