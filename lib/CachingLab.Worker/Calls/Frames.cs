using System.Reflection;

namespace CachingLab.Worker.Calls;

/// <summary>What stands first in a frame. Then comes the number of the call that it belongs to.</summary>
internal enum FrameKind : byte
{
    None = 0,

    /// <summary>A call: the object, the method and the arguments.</summary>
    Call,

    /// <summary>A call that gets no reply.</summary>
    Notice,

    /// <summary>The method has returned a task that is not completed yet.</summary>
    Begun,

    /// <summary>What came of the call.</summary>
    Result,

    /// <summary>What it threw, and whether it did so before there was a task.</summary>
    Thrown,

    /// <summary>The caller's token was cancelled.</summary>
    Cancel,
}

/// <summary>A call of the other side.</summary>
internal sealed class IncomingCall(int id, RemoteMethod method, object target, object?[] arguments)
{
    public int Id => id;

    public RemoteMethod Method => method;

    /// <summary>Whether the method has returned, be it a task that fails later.</summary>
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

    /// <summary>Completes with what comes of the call.</summary>
    public Task<object?> End => end.Task;

    public void Begin() => returned.TrySetResult();

    public void Succeed(object? value)
    {
        end.TrySetResult(value);
        returned.TrySetResult();
    }

    /// <param name="thrown">What ends the call.</param>
    /// <param name="early">Whether the method threw it itself, and not its task.</param>
    public void Fail(Exception thrown, bool early = true)
    {
        end.TrySetException(thrown);
        _ = end.Task.Exception;
        _ = early ? returned.TrySetException(thrown) : returned.TrySetResult();
        _ = returned.Task.Exception;
    }
}
