using System.Collections.Concurrent;

namespace CachingLab.Sandbox.Protocol;

/// <summary>The parent's end of the conversation with a child: asks and is asked, many at a time.</summary>
public sealed class Peer : IDisposable
{
    // Asks that are being answered; who sends more waits, so that a flood of them takes no memory here.
    private const int MostAtOnce = 256;
    private readonly Pipe pipe;
    private readonly Func<Message, CancellationToken, Task<Message>> answer;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<Message>> waiting = new();
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim answering = new(MostAtOnce);
    private Exception? ended;
    private int lastId;

    /// <param name="input">Where messages come from.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="maxBytes">The longest message that is read.</param>
    /// <param name="answer">Answers an ask, or takes note of a notice (its answer is dropped).</param>
    public Peer(Stream input, Stream output, int maxBytes, Func<Message, CancellationToken, Task<Message>> answer)
    {
        pipe = new Pipe(input, output, maxBytes);
        this.answer = answer;
    }

    /// <summary>Sends a message that gets no reply.</summary>
    public Task TellAsync(Message message, CancellationToken cancellationToken = default) => pipe.WriteAsync(message, cancellationToken);

    /// <summary>Sends an ask and waits for its reply.</summary>
    /// <exception cref="PeerClosedException">The other side is gone.</exception>
    public async Task<Message> AskAsync(Message message, CancellationToken cancellationToken = default)
    {
        int id = Interlocked.Increment(ref lastId);
        var reply = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = reply;
        if (ended is not null)
            reply.TrySetException(new PeerClosedException(ended));
        try
        {
            await pipe.WriteAsync(message with { Id = id }, cancellationToken);
            return await reply.Task.WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw new PeerClosedException(e);
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    /// <summary>Reads messages until the other side closes, breaks the protocol, or this side is disposed.</summary>
    /// <returns>What ended it: null for a plain end of the stream.</returns>
    public async Task<Exception?> ListenAsync()
    {
        Exception? cause = null;
        try
        {
            while (await pipe.ReadAsync(closing.Token) is { } message)
                await DispatchAsync(message);
        }
        catch (Exception e)
        {
            cause = e;
        }

        Close(cause ?? new EndOfStreamException("the other process closed the pipe"));
        return cause;
    }

    /// <summary>Tells all who wait, now and later, that no reply will come: the process may be gone although somebody holds its end of the pipe open.</summary>
    /// <param name="cause">Why.</param>
    public void Close(Exception cause)
    {
        Interlocked.CompareExchange(ref ended, cause, null);
        foreach (TaskCompletionSource<Message> reply in waiting.Values)
            reply.TrySetException(new PeerClosedException(ended));
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        pipe.Dispose();
        answering.Dispose();
    }

    private async Task DispatchAsync(Message message)
    {
        if (message.IsReply)
        {
            if (waiting.TryGetValue(message.Id, out TaskCompletionSource<Message>? reply))
                reply.TrySetResult(message);
        }
        else if (message.Id == 0)
        {
            // Notices keep their order: the next message is read when this one is noted.
            await answer(message, closing.Token);
        }
        else
        {
            await answering.WaitAsync(closing.Token);
            _ = Task.Run(() => ReplyAsync(message));
        }
    }

    private async Task ReplyAsync(Message ask)
    {
        try
        {
            Message reply = await answer(ask, closing.Token);
            await pipe.WriteAsync(reply with { Id = ask.Id }, closing.Token);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side is gone: there is nobody left to tell.
        }
        finally
        {
            TryRelease();
        }
    }

    // Disposed while an ask is still being answered, there is nobody left to let in.
    private void TryRelease()
    {
        try
        {
            answering.Release();
        }
        catch (ObjectDisposedException)
        {
            // As said.
        }
    }
}
