namespace CachingLab.Worker.Calls;

/// <summary>
/// A connection between two processes. Each side has objects that the other calls through their interfaces, which are the protocol. Both sides may make
/// many calls at a time.
/// </summary>
public abstract class Connection
{
    private static readonly Shape ErrorShape = Shape.Of(typeof(WireError));

    // Plain dictionaries with a lock: each new child would have to JIT-compile a concurrent dictionary of these types.
    private readonly Dictionary<int, PendingCall> pending = [];
    private readonly Dictionary<int, CancellationTokenSource> cancellable = [];
    private Exception? ended;
    private int lastId;

    private protected Connection(IErrors errors)
    {
        Errors = errors;
        Objects = new ObjectTable(this);
    }

    internal ObjectTable Objects { get; }

    private protected IErrors Errors { get; }

    /// <summary>Whether a call waits until the method has returned on the other side, so that it throws here when the method itself throws there.</summary>
    private protected virtual bool WaitsForReturn => false;

    /// <param name="number">The object's number; the root object by default.</param>
    public T Remote<T>(int number = ObjectTable.Root)
        where T : class => (T)Remote(typeof(T), number);

    public object Remote(Type type, int number) => Objects.Import(number, RemoteInterface.Of(type));

    /// <summary>Lets the other side call an object.</summary>
    public int Export(object target, Type type) => Objects.Export(target, RemoteInterface.Of(type));

    /// <summary>Fails all pending and later calls. The process may have ended although its end of the pipe is still open.</summary>
    public void Close(Exception cause)
    {
        Interlocked.CompareExchange(ref ended, cause, null);
        PendingCall[] waiting;
        lock (pending)
            waiting = [.. pending.Values];
        foreach (PendingCall call in waiting)
            call.Fail(new PeerClosedException(ended));
    }

    internal object? Call(int number, RemoteMethod method, object?[] arguments)
    {
        switch (method.Kind)
        {
            case ResultKind.Notice:
                Tell(number, method, arguments);
                return null;
            case ResultKind.Stream:
                Type stream = typeof(RemoteStream<>).MakeGenericType(method.ResultType!.GetGenericArguments());
                return Activator.CreateInstance(stream, () => Outcome(Ask(number, method, arguments).End));
            case ResultKind.Task:
                PendingCall call = Ask(number, method, arguments);
                if (WaitsForReturn)
                    call.Returned.GetAwaiter().GetResult();
                return method.AsTask(Outcome(call.End));
            default:
                return Outcome(Ask(number, method, arguments).End).GetAwaiter().GetResult();
        }
    }

    private protected abstract Task SendAsync(byte[] frame);

    /// <summary>Begins to answer a call. The next frame is read when this completes.</summary>
    private protected abstract Task BeginAsync(IncomingCall call);

    private protected virtual Task<object?> Outcome(Task<object?> end) => end;

    /// <exception cref="InvalidDataException">The content is not a valid message.</exception>
    private protected Task ReceiveAsync(byte[] content)
    {
        var from = new WireReader(content);
        var kind = (FrameKind)from.Byte();
        int id = from.Number();
        switch (kind)
        {
            case FrameKind.Call or FrameKind.Notice:
                return BeginAsync(ReadCall(kind, id, from));
            case FrameKind.Cancel:
                Cancel(id);
                break;
            case FrameKind.Begun or FrameKind.Result or FrameKind.Thrown:
                // A reply that nobody waits for is ignored.
                if (Awaited(id, forGood: kind is not FrameKind.Begun) is { } call)
                    Complete(call, kind, from);
                return Task.CompletedTask;
            default:
                throw new InvalidDataException($"no frame of kind {(byte)kind}");
        }

        from.End();
        return Task.CompletedTask;
    }

    private protected async Task AnswerAsync(IncomingCall call)
    {
        WireWriter reply;
        try
        {
            object? outcome = call.Invoke();
            if (call.Method.Kind is ResultKind.Notice)
                return;
            if (call.Method.Kind is ResultKind.Task && outcome is Task running)
            {
                if (!running.IsCompleted)
                    await SendAsync(Head(FrameKind.Begun, call.Id).ToFrame());
                await running;
                outcome = call.Method.ResultOf(running);
            }

            reply = Head(FrameKind.Result, call.Id);
            call.Method.Result?.Write(reply, outcome, Objects);
        }
        catch (Exception e)
        {
            if (call.Method.Kind is ResultKind.Notice)
                return;
            reply = Head(FrameKind.Thrown, call.Id);
            reply.Flag(!call.HasReturned);
            ErrorShape.Write(reply, Errors.Describe(e), Objects);
        }
        finally
        {
            Forget(call);
        }

        await SendAsync(reply.ToFrame());
    }

    private static WireWriter Head(FrameKind kind, int id)
    {
        var head = new WireWriter();
        head.Byte((byte)kind);
        head.Number(id);
        return head;
    }

    private PendingCall Ask(int number, RemoteMethod method, object?[] arguments)
    {
        int id = Interlocked.Increment(ref lastId);
        WireWriter frame = Head(FrameKind.Call, id);
        frame.Number(number);
        frame.Number(method.Number);
        method.WriteArguments(frame, arguments, Objects);
        var call = new PendingCall(method);
        lock (pending)
            pending[id] = call;
        if (ended is not null)
            call.Fail(new PeerClosedException(ended));
        Watch(SendAsync(frame.ToFrame()), call);
        CancellationToken token = method.TokenIn(arguments);
        if (token.CanBeCanceled)
        {
            CancellationTokenRegistration cancel = token.Register(() => Watch(SendAsync(Head(FrameKind.Cancel, id).ToFrame()), null));
            _ = call.End.ContinueWith(_ => cancel.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return call;
    }

    private void Tell(int number, RemoteMethod method, object?[] arguments)
    {
        WireWriter frame = Head(FrameKind.Notice, 0);
        frame.Number(number);
        frame.Number(method.Number);
        method.WriteArguments(frame, arguments, Objects);
        Watch(SendAsync(frame.ToFrame()), null);
    }

    private static void Watch(Task sending, PendingCall? call)
    {
        if (sending.IsCompletedSuccessfully)
            return;
        sending.ContinueWith(
            sent => call?.Fail(new PeerClosedException(sent.Exception!.InnerException!)),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private IncomingCall ReadCall(FrameKind kind, int id, WireReader from)
    {
        Exported called = Objects.Find(from.Number());
        IReadOnlyList<RemoteMethod> methods = called.Type.Methods;
        int number = from.Number();
        if (number < 0 || number >= methods.Count || (methods[number].Kind is ResultKind.Notice) != (kind is FrameKind.Notice))
            throw new InvalidDataException($"no method of number {number}");
        RemoteMethod method = methods[number];
        CancellationToken token = method.TakesToken && kind is FrameKind.Call ? TokenOf(id) : default;
        object?[] arguments = method.ReadArguments(from, Objects, token);
        from.End();
        return new IncomingCall(id, method, called.Target, arguments);
    }

    private CancellationToken TokenOf(int id)
    {
        lock (cancellable)
            return (cancellable[id] = new CancellationTokenSource()).Token;
    }

    private void Cancel(int id)
    {
        lock (cancellable)
        {
            if (cancellable.TryGetValue(id, out CancellationTokenSource? source))
                _ = source.CancelAsync();
        }
    }

    private void Forget(IncomingCall call)
    {
        if (!call.Method.TakesToken)
            return;
        lock (cancellable)
        {
            if (cancellable.Remove(call.Id, out CancellationTokenSource? source))
                source.Dispose();
        }
    }

    private WireError ReadError(WireReader from) =>
        ErrorShape.Read(from, Objects, 0) as WireError ?? throw new InvalidDataException("no exception");

    private PendingCall? Awaited(int id, bool forGood)
    {
        lock (pending)
            return forGood ? (pending.Remove(id, out PendingCall? ended) ? ended : null) : pending.GetValueOrDefault(id);
    }

    private void Complete(PendingCall call, FrameKind kind, WireReader from)
    {
        try
        {
            if (kind is FrameKind.Begun)
                call.Begin();
            else if (kind is FrameKind.Result)
                call.Succeed(call.Method.Result?.Read(from, Objects, 0));
            else
                call.Fail(early: from.Flag(), thrown: Errors.Restore(ReadError(from)));
            from.End();
        }
        catch (Exception e)
        {
            call.Fail(new PeerClosedException(e));
            throw;
        }
    }
}

public sealed class MessageTooLargeException(int maxBytes)
    : Exception($"a message of more than {maxBytes / (1024 * 1024)} MB");

public sealed class PeerClosedException(Exception cause) : Exception("the other process is gone: " + cause.Message, cause);
