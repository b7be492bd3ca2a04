namespace CachingLab;

/// <summary>A model without a network: it answers the user prompt in capitals after a short delay, or with the replies that <see cref="Next"/> was given.</summary>
/// <param name="delay">How long each answer takes; 50 ms by default.</param>
/// <param name="time">The clock of the delay; the system's by default.</param>
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

    /// <summary>Sets the replies to the next calls, one for each. After the last one the model answers in capitals again.</summary>
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

        TimeSpan wait = reply?.Delay ?? delay ?? TimeSpan.FromMilliseconds(50);
        if (wait > TimeSpan.Zero && reply?.Form is ReplyForm.BeforeATask)
            HoldUp(wait, cancellationToken);
        else if (wait > TimeSpan.Zero || reply is null)
            return LaterAsync(request, reply, wait, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return reply.GiveAsync();
    }

    private void HoldUp(TimeSpan wait, CancellationToken cancellationToken) => WaitAsync(wait, cancellationToken).GetAwaiter().GetResult();

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) => Task.Delay(wait, time ?? TimeProvider.System, cancellationToken);

    private async Task<string> LaterAsync(LlmRequest request, FakeReply? reply, TimeSpan wait, CancellationToken cancellationToken)
    {
        await WaitAsync(wait, cancellationToken);
        return reply is null ? request.UserPrompt.ToUpperInvariant() : await reply.GiveAsync();
    }
}
