using System.Buffers.Binary;

namespace CachingLab.Worker.Calls;

/// <summary>The child's end, which trusts the other.</summary>
/// <param name="input">Where frames come from.</param>
/// <param name="output">Where frames go.</param>
public sealed class ChildConnection(Stream input, Stream output) : Connection(new WorkErrors())
{
    private readonly Lock writing = new();

    private protected override bool WaitsForReturn => true;

    /// <summary>Answers calls, several at a time, until the parent closes the pipe.</summary>
    public void Serve()
    {
        var header = new byte[sizeof(int)];
        while (input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
            if (input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length)
                return;
            ReceiveAsync(content).GetAwaiter().GetResult();
        }
    }

    private protected override Task SendAsync(byte[] frame)
    {
        Send(frame);
        return Task.CompletedTask;
    }

    private protected override Task BeginAsync(IncomingCall call)
    {
        ThreadPool.UnsafeQueueUserWorkItem(_ => Answer(call), null);
        return Task.CompletedTask;
    }

    private void Send(byte[] frame)
    {
        lock (writing)
        {
            output.Write(frame);
            output.Flush();
        }
    }

    // Every call has a thread of its own to wait on.
    private void Answer(IncomingCall call)
    {
        try
        {
            AnswerAsync(call).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The parent is gone: there is nobody left to tell.
        }
    }
}
