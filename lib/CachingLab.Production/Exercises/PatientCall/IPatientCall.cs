using CachingLab.Exams;
using CachingLab.Production.Chat;

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
