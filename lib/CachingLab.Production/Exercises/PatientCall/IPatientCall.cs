using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>A learner's patient call, as the exam sees it.</summary>
public interface IPatientCall
{
    /// <summary>Calls <c>AskPatientlyAsync</c> with these arguments.</summary>
    /// <param name="ask">The id, the messages and the options.</param>
    /// <param name="model">What the client asks.</param>
    /// <param name="time">The exam's clock.</param>
    /// <param name="log">Where the entries go.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's code is not written yet.</exception>
    Task<PatientEnd> CallAsync(PatientAsk ask, IPatientModel model, TimeProvider time, ILogSink log, CancellationToken cancellationToken = default);

    /// <summary>Cancels a call as its caller does. Returns when the callbacks of the token have run.</summary>
    /// <param name="call">The number of the call.</param>
    Task CancelAsync(int call);

    /// <summary>Returns when what was queued before it where the learner's code runs has had its turn.</summary>
    Task PassAsync();

    /// <summary>Whether the compiled cell uses Polly.</summary>
    Task<bool> UsesPollyAsync();
}

/// <summary>What a patient call is given.</summary>
/// <param name="Number">The number of the call.</param>
/// <param name="RequestId">The id to log.</param>
/// <param name="Request">The messages and the options.</param>
/// <param name="ThrowsAtOnce">Whether the client throws before it returns a task.</param>
public sealed record PatientAsk(int Number, string RequestId, ChatAsk Request, bool ThrowsAtOnce);

/// <summary>The exam's model: it decides what happens on each attempt.</summary>
public interface IPatientModel
{
    /// <summary>Makes an attempt.</summary>
    /// <param name="asked">What the client was given.</param>
    Task<ModelTurn> NextAsync(ChatAsk asked);
}

/// <summary>How a patient call ended.</summary>
/// <param name="Reply">What was returned; null when it threw.</param>
/// <param name="TypeNames">Full names of the type of what was thrown and of its bases, the most derived first.</param>
/// <param name="Message">The message of what was thrown.</param>
/// <param name="Attempt">The attempt whose exception it is, counted from 0; null when no attempt threw that very exception.</param>
public sealed record PatientEnd(ChatReply? Reply, IReadOnlyList<string> TypeNames, string Message, int? Attempt)
{
    internal string TypeName => TypeNames is [var first, ..] ? first[(first.LastIndexOfAny(['.', '+']) + 1)..] : "";
}
