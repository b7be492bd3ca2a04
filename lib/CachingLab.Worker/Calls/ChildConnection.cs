using System.Buffers.Binary;

namespace CachingLab.Worker.Calls;

/// <summary>The child's end of a connection. It trusts the parent.</summary>
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

    // Each call blocks its own pool thread.
    private void Answer(IncomingCall call)
    {
        try
        {
            AnswerAsync(call).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The parent has ended.
        }
    }
}
