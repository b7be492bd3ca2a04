using System.Reflection;

namespace CachingLab.Worker.Calls;

/// <summary>The first byte of a frame's content. The number of the call follows.</summary>
internal enum FrameKind : byte
{
    None = 0,

    /// <summary>A call: the object, the method and the arguments.</summary>
    Call,

    /// <summary>A call that gets no reply.</summary>
    Notice,

    /// <summary>The method has returned a task that is not completed yet.</summary>
    Begun,

    /// <summary>The result of a call.</summary>
    Result,

    /// <summary>The exception of a call, and whether the method threw before it returned a task.</summary>
    Thrown,

    /// <summary>The caller's token was cancelled.</summary>
    Cancel,
}

internal sealed class IncomingCall(int id, RemoteMethod method, object target, object?[] arguments)
{
    public int Id => id;

    public RemoteMethod Method => method;

    /// <summary>Whether the method has returned, even if its task fails later.</summary>
    public bool HasReturned { get; private set; }

    public object? Invoke()
    {
        object? outcome = method.Info.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        HasReturned = true;
        return outcome;
    }
}

/// <summary>A call of this side that waits for its reply.</summary>
internal sealed class PendingCall(RemoteMethod method)
{
    private readonly TaskCompletionSource returned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<object?> end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RemoteMethod Method => method;

    /// <summary>Completes when the method has returned on the other side; fails when it threw instead.</summary>
    public Task Returned => returned.Task;

    /// <summary>Completes with the outcome of the call.</summary>
    public Task<object?> End => end.Task;

    public void Begin() => returned.TrySetResult();

    public void Succeed(object? value)
    {
        end.TrySetResult(value);
        returned.TrySetResult();
    }

    /// <param name="early">Whether the method itself threw it, and not its task.</param>
    public void Fail(Exception thrown, bool early = true)
    {
        end.TrySetException(thrown);
        _ = end.Task.Exception;
        _ = early ? returned.TrySetException(thrown) : returned.TrySetResult();
        _ = returned.Task.Exception;
    }
}
