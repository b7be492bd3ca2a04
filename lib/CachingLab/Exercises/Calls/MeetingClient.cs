namespace CachingLab.Exercises.Calls;

/// <summary>A model that waits until another call has reached its own model, so that the two overlap however busy the machine is.</summary>
/// <param name="arrived">Is completed when a call reaches this model.</param>
/// <param name="other">Ends when the other call has reached its own model.</param>
internal sealed class MeetingClient(FakeLlm inner, TaskCompletionSource arrived, Task other) : ILlmClient
{
    // A learner's code that makes one call at a time would otherwise wait forever.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public async Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default)
    {
        arrived.TrySetResult();
        await Task.WhenAny(other, Task.Delay(Patience, cancellationToken));
        return await inner.CompleteAsync(request, cancellationToken);
    }

    /// <summary>Makes two calls that overlap.</summary>
    /// <param name="call">The call that is judged, given the function that wraps its model.</param>
    /// <param name="callFirst">Whether <paramref name="call"/> begins first.</param>
    /// <returns>The result of <paramref name="call"/>.</returns>
    public static async Task<T> TogetherAsync<T>(Func<Func<FakeLlm, ILlmClient>, Task<T>> call, Func<Func<FakeLlm, ILlmClient>, Task> beside, bool callFirst)
    {
        Task<T>? called = null;
        await InOrderAsync(callFirst ? Call : beside, callFirst ? beside : Call);
        return await called!;

        Task Call(Func<FakeLlm, ILlmClient> around) => called = call(around);
    }

    private static async Task InOrderAsync(Func<Func<FakeLlm, ILlmClient>, Task> first, Func<Func<FakeLlm, ILlmClient>, Task> second)
    {
        var one = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var other = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task running = first(llm => new MeetingClient(llm, one, other.Task));
        await Task.WhenAny(one.Task, running);
        await second(llm => new MeetingClient(llm, other, one.Task));
        other.TrySetResult();
        await running;
    }
}
