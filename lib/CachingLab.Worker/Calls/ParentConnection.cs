using System.Buffers.Binary;

namespace CachingLab.Worker.Calls;

/// <summary>The parent's end of a connection. It trusts nothing that it reads.</summary>
/// <param name="maxBytes">The longest frame that is read, in bytes. All frames together may have sixteen times as many.</param>
public sealed class ParentConnection(Stream input, Stream output, int maxBytes) : Connection(new ExamErrors()), IDisposable
{
    // The most calls that are answered at a time. Further calls wait, so that a flood takes no memory.
    private const int MostAtOnce = 256;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim answering = new(MostAtOnce);
    private readonly CancellationTokenSource closing = new();
    private long left = 16L * maxBytes;

    /// <summary>Called before each call of the child is answered, with whether it is a notice; or null.</summary>
    public Action<bool>? Called { get; set; }

    /// <summary>Converts the exception of a call for the caller; null for the exception itself.</summary>
    public Func<Exception, Task<Exception>>? Explain { get; set; }

    /// <summary>Reads frames until the other side closes, breaks the protocol, or this side is disposed.</summary>
    /// <returns>The exception that ended the reading, or null at the end of the stream.</returns>
    public async Task<Exception?> ListenAsync()
    {
        Exception? cause = null;
        try
        {
            while (await ReadAsync() is { } content)
                await ReceiveAsync(content);
        }
        catch (Exception e)
        {
            cause = e;
        }

        Close(cause ?? new EndOfStreamException("the other process closed the pipe"));
        return cause;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        input.Dispose();
        output.Dispose();
        writing.Dispose();
        answering.Dispose();
    }

    private protected override async Task SendAsync(byte[] frame)
    {
        await writing.WaitAsync();
        try
        {
            await output.WriteAsync(frame);
            await output.FlushAsync();
        }
        finally
        {
            writing.Release();
        }
    }

    private protected override async Task BeginAsync(IncomingCall call)
    {
        bool notice = call.Method.Kind is ResultKind.Notice;
        Called?.Invoke(notice);
        if (notice)
        {
            // Notices keep their order because the next frame is read after this one is handled.
            await AnswerAsync(call);
            return;
        }

        await answering.WaitAsync(closing.Token);
        _ = Task.Run(() => ReplyAsync(call));
    }

    private protected override async Task<object?> Outcome(Task<object?> end)
    {
        try
        {
            return await end;
        }
        catch (Exception e) when (Explain is { } explain)
        {
            throw await explain(e);
        }
    }

    private async Task<byte[]?> ReadAsync()
    {
        var header = new byte[sizeof(int)];
        if (await input.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, closing.Token) < header.Length)
            return null;
        int length = BinaryPrimitives.ReadInt32LittleEndian(header);
        left -= length;
        if (length < 0 || length > maxBytes || left < 0)
            throw new MessageTooLargeException(maxBytes);
        var content = new byte[length];
        return await input.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, closing.Token) < length ? null : content;
    }

    private async Task ReplyAsync(IncomingCall call)
    {
        try
        {
            try
            {
                await AnswerAsync(call);
            }
            finally
            {
                answering.Release();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side has ended, or this side was disposed while the call was being answered.
        }
    }
}
