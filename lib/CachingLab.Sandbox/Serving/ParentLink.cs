using CachingLab.Sandbox.Protocol;

namespace CachingLab.Sandbox.Serving;

/// <summary>
/// The child's end of the conversation: <see cref="Peer"/> is the other. Whoever waits here holds a thread, for asynchronous methods cost a child
/// that lives for a second more than threads do: each has to be compiled, with the code around it that the runtime makes for it alone.
/// </summary>
/// <param name="input">Where messages come from.</param>
/// <param name="output">Where messages go.</param>
public sealed class ParentLink(Stream input, Stream output)
{
    private readonly Lock writing = new();
    private readonly Dictionary<int, TaskCompletionSource<Message>> waiting = [];
    private int lastId;

    /// <summary>Answers asks, several at a time, until the parent closes the pipe.</summary>
    public void Serve(Func<Message, Message> answer)
    {
        while (Frame.Read(input) is { } message)
        {
            if (message.IsReply)
                Awaited(message.Id)?.TrySetResult(message);
            else
                ThreadPool.UnsafeQueueUserWorkItem(_ => Reply(answer(message), message.Id), null);
        }
    }

    /// <summary>Sends a message that gets no reply.</summary>
    public void Tell(Message message) => Write(message, 0);

    /// <summary>Sends an ask; its reply comes later.</summary>
    public Task<Message> AskAsync(Message message)
    {
        var reply = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id = Interlocked.Increment(ref lastId);
        lock (waiting)
            waiting[id] = reply;
        Write(message, id);
        return reply.Task;
    }

    private void Reply(Message reply, int id)
    {
        try
        {
            Write(reply, id);
        }
        catch (IOException)
        {
            // The parent is gone: there is nobody left to tell.
        }
    }

    private TaskCompletionSource<Message>? Awaited(int id)
    {
        lock (waiting)
            return waiting.Remove(id, out TaskCompletionSource<Message>? reply) ? reply : null;
    }

    private void Write(Message message, int id)
    {
        byte[] frame = Frame.Of(message, id);
        lock (writing)
        {
            output.Write(frame);
            output.Flush();
        }
    }
}
