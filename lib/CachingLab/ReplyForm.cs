namespace CachingLab;

/// <summary>How a <see cref="FakeReply"/> reaches the caller of the model.</summary>
public enum ReplyForm
{
    /// <summary>In a task: without a delay it has completed, or failed, when it is returned.</summary>
    InATask,

    /// <summary>In a task that completes, or fails, after it is returned.</summary>
    AfterAYield,

    /// <summary>Without an awaitable task: the method itself throws. A delay blocks the caller.</summary>
    BeforeATask,

    /// <summary>In a task that was cancelled: whoever awaits it gets a <see cref="TaskCanceledException"/>.</summary>
    Cancelled,
}
