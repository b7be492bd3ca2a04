namespace CachingLab;

/// <summary>A model without a network: it answers the user prompt in capitals after a short delay, or as it was told to.</summary>
/// <param name="delay">How long each answer takes; 50 ms when left out.</param>
/// <param name="time">The clock that the delay passes on; the system's when left out.</param>
public sealed class FakeLlm(TimeSpan? delay = null, TimeProvider? time = null) : ILlmClient
{
    private readonly Lock gate = new();
    private readonly List<LlmRequest> requests = [];
    private readonly Queue<FakeReply> replies = [];

    /// <summary>How many calls were made, failed ones included.</summary>
    public int Calls
    {
        get
        {
            lock (gate)
                return requests.Count;
        }
    }

    /// <summary>A copy of what was asked so far, in order.</summary>
    public IReadOnlyList<LlmRequest> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>Says what the coming calls do, one reply a call; after the last one the model answers in capitals again.</summary>
    /// <returns>This model.</returns>
    public FakeLlm Next(params FakeReply[] replies)
    {
        lock (gate)
        {
            foreach (FakeReply reply in replies)
                this.replies.Enqueue(reply);
        }

        return this;
    }

    public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
    {
        FakeReply? reply;
        lock (gate)
        {
            requests.Add(request);
            replies.TryDequeue(out reply);
        }

        TimeSpan wait = DelayOf(reply);
        if (wait > TimeSpan.Zero && reply?.Form is ReplyForm.BeforeATask)
            HoldUp(wait, cancellationToken);
        else if (wait > TimeSpan.Zero || reply is null)
            return LaterAsync(request, reply, wait, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return reply.GiveAsync();
    }

    private TimeSpan DelayOf(FakeReply? reply) => reply?.Delay ?? delay ?? TimeSpan.FromMilliseconds(50);

    private void HoldUp(TimeSpan wait, CancellationToken cancellationToken) => WaitAsync(wait, cancellationToken).GetAwaiter().GetResult();

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) => Task.Delay(wait, time ?? TimeProvider.System, cancellationToken);

    private async Task<string> LaterAsync(LlmRequest request, FakeReply? reply, TimeSpan wait, CancellationToken cancellationToken)
    {
        await WaitAsync(wait, cancellationToken);
        return reply is null ? request.UserPrompt.ToUpperInvariant() : await reply.GiveAsync();
    }
}
