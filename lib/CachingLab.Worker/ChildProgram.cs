using System.Globalization;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Isolation;
using Microsoft.Win32.SafeHandles;

namespace CachingLab.Worker;

/// <summary>What every child program does: answers its parent until that one closes the pipe.</summary>
public static class ChildProgram
{
    // Each ask holds a thread until it is answered, and what it calls may need more.
    private const int Threads = 128;

    /// <summary>Serves, and ends the process.</summary>
    /// <param name="args">The command line: see <see cref="ChildTerms"/>.</param>
    /// <param name="root">Makes the object that the parent calls first.</param>
    /// <param name="type">The interface that it is called by.</param>
    /// <returns>The exit code of one that was started by hand.</returns>
    public static int Serve(string[] args, Type type, Func<Connection, object> root)
    {
        if (ChildTerms.TryRead(args) is not { } terms)
        {
            Console.WriteLine("This program is started by 'lab', which has learners' cells compiled or run in it; there is nothing to do with it by hand.");
            return 2;
        }

        // First of all: threads that were started before would stay outside.
        ChildWalls.Close(terms);
        ThreadPool.SetMinThreads(Threads, 1);

        // As files, not as pipes: the streams for pipes bring the machinery of sockets along.
        using SafeFileHandle inFile = Handle(terms.In);
        using SafeFileHandle outFile = Handle(terms.Out);
        using var input = new FileStream(inFile, FileAccess.Read, bufferSize: 0, isAsync: false);
        using var output = new FileStream(outFile, FileAccess.Write, bufferSize: 0, isAsync: false);
        var parent = new ChildConnection(input, output);
        parent.Export(root(parent), type);
        parent.Serve();

        // The parent is gone or done; a thread that a learner's code left running must not keep the process alive.
        Environment.Exit(0);
        return 0;
    }

    private static SafeFileHandle Handle(string number) => new(nint.Parse(number, CultureInfo.InvariantCulture), ownsHandle: true);
}
