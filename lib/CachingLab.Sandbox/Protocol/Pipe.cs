namespace CachingLab.Sandbox.Protocol;

/// <summary>The parent's end of the streams: it believes nothing of what it reads.</summary>
/// <param name="input">Where messages come from.</param>
/// <param name="output">Where messages go.</param>
/// <param name="maxBytes">The longest message that is read; of all together, sixteen times as much.</param>
internal sealed class Pipe(Stream input, Stream output, int maxBytes) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private long left = 16L * maxBytes;

    /// <summary>Writes a message, whole.</summary>
    public async Task WriteAsync(Message message, CancellationToken cancellationToken)
    {
        byte[] frame = Frame.Of(message, message.Id);
        await writing.WaitAsync(cancellationToken);
        try
        {
            await output.WriteAsync(frame, cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>The next message, or null at the end of the stream.</summary>
    /// <exception cref="MessageTooLargeException">The message is longer than allowed.</exception>
    /// <exception cref="InvalidDataException">What came is no message.</exception>
    public async Task<Message?> ReadAsync(CancellationToken cancellationToken)
    {
        var header = new byte[Frame.HeaderBytes];
        if (await input.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken) < header.Length)
            return null;
        int length = Frame.Length(header);
        left -= length;
        if (length < 0 || length > maxBytes || left < 0)
            throw new MessageTooLargeException(maxBytes);
        var content = new byte[length];
        if (await input.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellationToken) < length)
            return null;
        return MessageCodec.Read(content);
    }

    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
        writing.Dispose();
    }
}
