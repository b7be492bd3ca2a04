using System.Globalization;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Isolation;
using Microsoft.Win32.SafeHandles;

namespace CachingLab.Worker;

/// <summary>Runs a child program, which answers its parent until the parent closes the pipe.</summary>
public static class ChildProgram
{
    // Each call blocks a thread until it is answered, and the called code may need more threads.
    private const int Threads = 128;

    /// <summary>Serves the parent, then ends the process.</summary>
    /// <param name="args">The command line: see <see cref="ChildTerms"/>.</param>
    /// <returns>The exit code when the program was started by hand.</returns>
    public static int Serve(string[] args, Type type, Func<Connection, object> root)
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
