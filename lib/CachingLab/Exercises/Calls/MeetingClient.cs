namespace CachingLab.Exercises.Calls;

/// <summary>A model that answers once another call has reached its own: the two run beside each other however busy the machine is.</summary>
/// <param name="inner">The model.</param>
/// <param name="arrived">Says that a call has reached it.</param>
/// <param name="other">Ends when the other call has reached its own.</param>
internal sealed class MeetingClient(FakeLlm inner, TaskCompletionSource arrived, Task other) : ILlmClient
{
    // An answer that makes one call after the other never has two at a time.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public async Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
    {
        arrived.TrySetResult();
        await Task.WhenAny(other, Task.Delay(Patience, cancellationToken));
        return await inner.CompleteAsync(request, cancellationToken);
    }

    /// <summary>Makes two calls at once, of which the first begins first.</summary>
    /// <param name="first">The one, given what to put around its model.</param>
    /// <param name="second">The other one.</param>
    /// <returns>What the second one returns.</returns>
    public static async Task<T> TogetherAsync<T>(Func<Func<FakeLlm, ILlmClient>, Task> first, Func<Func<FakeLlm, ILlmClient>, Task<T>> second)
    {
        var one = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var other = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task running = first(llm => new MeetingClient(llm, one, other.Task));
        await Task.WhenAny(one.Task, running);
        T result = await second(llm => new MeetingClient(llm, other, one.Task));
        other.TrySetResult();
        await running;
        return result;
    }
}
