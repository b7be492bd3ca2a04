using System.IO.Pipes;
using CachingLab.Sandbox.Protocol;
using CachingLab.Sandbox.Serving;

namespace CachingLab.Sandbox;

/// <summary>The child's entry point: <c>CachingLab.Sandbox IN OUT</c>, the handles of the two pipes to its parent.</summary>
internal static class Program
{
    private const int LongestMessage = 64 * 1024 * 1024;

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var inHandle, var outHandle])
        {
            Console.WriteLine("This program is started by 'lab', which runs learners' cells in it; there is nothing to do with it by hand.");
            return 2;
        }

        // Calls from the exam block a thread each while they wait for the exam's own model, cache and log.
        ThreadPool.SetMinThreads(32, 32);
        using var input = new AnonymousPipeClientStream(PipeDirection.In, inHandle);
        using var output = new AnonymousPipeClientStream(PipeDirection.Out, outHandle);
        var server = new WorkServer();
        using var peer = new Peer(input, output, LongestMessage, server.AnswerAsync);
        server.Exam = peer;
        await peer.ListenAsync();

        // The parent is gone or done; a thread that the learner's code left running must not keep the process alive.
        Environment.Exit(0);
        return 0;
    }
}
