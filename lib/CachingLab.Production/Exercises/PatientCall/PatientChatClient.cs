using System.Runtime.CompilerServices;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>The client that a patient call is given. The exam's model decides each attempt; the exceptions are made here, with their status and their wait.</summary>
/// <param name="throwsAtOnce">Whether a failure is thrown before there is a task.</param>
internal sealed class PatientChatClient(IPatientModel model, bool throwsAtOnce, CancellationToken caller) : IChatClient
{
    private readonly Lock gate = new();
    private readonly List<Exception?> thrown = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throwsAtOnce ? Task.FromResult(AnswerAsync(messages, options).GetAwaiter().GetResult()) : AnswerAsync(messages, options);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await AnswerAsync(messages, options);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The exam owns the model.
    }

    /// <summary>The attempt that threw this very exception, or null.</summary>
    public int? AttemptOf(Exception exception)
    {
        lock (gate)
            return thrown.FindLastIndex(t => ReferenceEquals(t, exception)) is >= 0 and var at ? at : null;
    }

    private async Task<ChatResponse> AnswerAsync(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ModelTurn turn = await model.NextAsync(ChatAsk.Of(messages, options));
        Exception? failure = turn.Answer is null ? turn.MakeException(caller) : null;
        lock (gate)
            thrown.Add(failure);
        if (failure is not null)
            throw failure;
        return turn.Answer!.ToResponse();
    }
}
