using System.Collections.Concurrent;
using CachingLab.Exams;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>A learner's patient call, as the exam sees it.</summary>
public interface IPatientCall
{
    /// <summary>Calls <c>AskPatientlyAsync</c> with these arguments.</summary>
    /// <exception cref="AnswerException">The learner's code is not written yet.</exception>
    Task<PatientEnd> CallAsync(PatientAsk ask, IPatientModel model, TimeProvider time, ILogSink log, CancellationToken cancellationToken = default);

    /// <summary>Cancels a call as its caller does. Returns when the callbacks of the token have run.</summary>
    Task CancelAsync(int call);

    /// <summary>Returns when what was queued before it where the learner's code runs has had its turn.</summary>
    Task PassAsync();

    Task<bool> UsesPollyAsync();
}

/// <summary>What a patient call is given.</summary>
/// <param name="ThrowsAtOnce">Whether the client throws before it returns a task.</param>
public sealed record PatientAsk(int Number, string RequestId, ChatAsk Request, bool ThrowsAtOnce);

/// <summary>The exam's model: it decides what happens on each attempt.</summary>
public interface IPatientModel
{
    Task<ModelTurn> NextAsync(ChatAsk asked);
}

/// <summary>How a patient call ended.</summary>
/// <param name="Reply">What was returned; null when it threw.</param>
/// <param name="TypeNames">Full names of the type of what was thrown and of its bases, the most derived first.</param>
/// <param name="Attempt">The attempt whose exception it is, counted from 0; null when no attempt threw that very exception.</param>
public sealed record PatientEnd(ChatReply? Reply, IReadOnlyList<string> TypeNames, string Message, int? Attempt)
{
    internal string TypeName => TypeNames is [var first, ..] ? first[(first.LastIndexOfAny(['.', '+']) + 1)..] : "";
}

/// <summary>The function that a learner writes.</summary>
public delegate Task<ChatResponse> PatientFunction(
    string requestId, IChatClient client, IList<ChatMessage> messages, ChatOptions? options, TimeProvider time, ILogger logger, CancellationToken cancellationToken);

/// <summary>A learner's patient call in this process.</summary>
public sealed class LocalPatientCall(PatientFunction call) : IPatientCall
{
    private readonly ConcurrentDictionary<int, CancellationTokenSource> callers = new();

    public Task<PatientEnd> CallAsync(PatientAsk ask, IPatientModel model, TimeProvider time, ILogSink log, CancellationToken cancellationToken = default) =>
        Task.Run(() => EndAsync(ask, model, time, LogCollector.Of(log)), cancellationToken).WaitAsync(cancellationToken);

    public Task CancelAsync(int call)
    {
        try
        {
            // Not CancelAsync of the source: the callbacks must have run when this returns.
            if (callers.TryGetValue(call, out CancellationTokenSource? caller))
                caller.Cancel();
        }
        catch (Exception e) when (e is AggregateException or ObjectDisposedException)
        {
            // A callback threw, or the call has just ended.
        }

        return Task.CompletedTask;
    }

    public async Task PassAsync() => await Task.Yield();

    public Task<bool> UsesPollyAsync() => Task.FromResult(call.Method.Module.Assembly.GetReferencedAssemblies().Any(a => a.Name == "Polly.Core"));

    private async Task<PatientEnd> EndAsync(PatientAsk ask, IPatientModel model, TimeProvider time, LogCollector log)
    {
        using var caller = new CancellationTokenSource();
        callers[ask.Number] = caller;
        using var client = new PatientChatClient(model, ask.ThrowsAtOnce, caller.Token);
        try
        {
            ChatResponse response = await (call(ask.RequestId, client, ask.Request.ToMessages(), ask.Request.Options?.ToOptions(), time, log, caller.Token)
                ?? throw new InvalidOperationException("The method returned null in place of a Task: make it async."));
            return response is null
                ? new PatientEnd(null, AnswerException.NamesOf(typeof(NullReferenceException)), "null was returned in place of a response", null)
                : new PatientEnd(ChatReply.Of(response), [], "", null);
        }
        catch (NotImplementedException e)
        {
            throw new AnswerException(e);
        }
        catch (Exception e)
        {
            return new PatientEnd(null, AnswerException.NamesOf(e.GetType()), CodeText.FirstLine(e.Message), client.AttemptOf(e));
        }
        finally
        {
            callers.TryRemove(ask.Number, out _);
        }
    }
}
