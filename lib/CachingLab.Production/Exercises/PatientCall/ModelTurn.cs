using System.Globalization;
using System.Net;
using System.Text.Json;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>What the exam's model does on one attempt, as data: the exception is made beside the learner's code.</summary>
public sealed record ModelTurn
{
    internal const string UsualMessage = "it failed";

    /// <summary>The answer, or null when the attempt fails.</summary>
    public ChatReply? Answer { get; init; }

    /// <summary>How the attempt fails; ignored when there is an answer.</summary>
    public ModelFailure Failure { get; init; }

    /// <summary>The status of an <see cref="HttpRequestException"/>, or null for none.</summary>
    public int? Code { get; init; }

    /// <summary>The seconds that a <see cref="ThrottledException"/> asks to wait, or null.</summary>
    public double? RetryAfter { get; init; }

    public string Message { get; init; } = UsualMessage;

    /// <summary>The seconds that the attempt takes, by the exam's clock.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether the time of day is set back by five seconds meanwhile.</summary>
    public bool SetsBack { get; init; }

    public static ModelTurn Text(string text) => new() { Answer = ChatReply.Of(text) with { Id = "r-1", InputTokens = 100, OutputTokens = 10 } };

    /// <summary>An <see cref="HttpRequestException"/> with that status.</summary>
    public static ModelTurn Status(int code) => new() { Code = code };

    public static ModelTurn Fails(ModelFailure failure) => new() { Failure = failure };

    /// <summary>A <see cref="ThrottledException"/> with that status.</summary>
    /// <param name="retryAfter">The seconds that it asks to wait, or null.</param>
    public static ModelTurn Throttled(int code, double? retryAfter) => new() { Failure = ModelFailure.Throttled, Code = code, RetryAfter = retryAfter };

    /// <summary>The same turn; it takes that many seconds of the exam's clock.</summary>
    public ModelTurn Taking(double seconds) => this with { Seconds = seconds };

    public ModelTurn Because(string? finish) => this with { Answer = Answer! with { Finish = finish } };

    /// <summary>Whether such a failure may pass, so that another attempt is worth it.</summary>
    internal bool MayPass => Answer is null && Failure switch
    {
        ModelFailure.Http or ModelFailure.Throttled => Code is null or 408 or 429 or 500 or 502 or 503 or 504,
        ModelFailure.Timeout or ModelFailure.Busy or ModelFailure.Stream or ModelFailure.BrokenStream => true,
        _ => false,
    };

    internal string ErrorType => MakeException(default).GetType().Name;

    /// <summary>Where a log should say that it failed.</summary>
    internal string Location => Failure switch
    {
        ModelFailure.Json or ModelFailure.HalfAnswer => "parsing",
        ModelFailure.Validation => "validation",
        ModelFailure.Cancelled => "unknown",
        _ => "network",
    };

    internal string Words => (Answer is not null ? "an answer" : ErrorType + (Code is null ? "" : $" {Code}") + (RetryAfter is { } wait ? $", retry after {Number(wait)} s" : ""))
        + (Seconds > 0 ? $" after {Number(Seconds)} s" : "");

    internal string MakeCode()
    {
        string made = Answer is not null ? Answered(Answer)
            : Failure is ModelFailure.Throttled ? $"ModelTurn.Throttled({Code}, {(RetryAfter is { } wait ? Number(wait) : "null")})"
            : Code is { } code ? $"ModelTurn.Status({code})"
            : $"ModelTurn.Fails(ModelFailure.{Failure})";
        if (Seconds > 0)
            made += $".Taking({Number(Seconds)})";
        string[] set = [.. Message == UsualMessage ? [] : (string[])[$"Message = {RequestText.Text(Message)}"], .. SetsBack ? (string[])["SetsBack = true"] : []];
        return set is [] ? made : $"{made} with {{ {string.Join(", ", set)} }}";
    }

    internal Exception MakeException(CancellationToken cancellationToken) => Failure switch
    {
        ModelFailure.Throttled => new ThrottledException(Message, RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null, (HttpStatusCode)Code!),
        ModelFailure.Timeout => new TimeoutException(Message),
        ModelFailure.Busy => new ModelBusyException(Message),
        ModelFailure.Stream => new IOException(Message),
        ModelFailure.BrokenStream => new BrokenStreamException(Message),
        ModelFailure.Json => new JsonException(Message),
        ModelFailure.HalfAnswer => new HalfAnAnswerException(Message),
        ModelFailure.Validation => new LlmValidationException(Message),
        ModelFailure.Cancelled => new OperationCanceledException(Message, cancellationToken),
        _ => new HttpRequestException(Message, null, (HttpStatusCode?)Code),
    };

    private static string Answered(ChatReply answer)
    {
        string text = $"ModelTurn.Text({RequestText.Text(answer.Text)})";
        return answer.Finish == "stop" ? text : $"{text}.Because({CodeText.Literal(answer.Finish)})";
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}

public enum ModelFailure
{
    /// <summary>An <see cref="HttpRequestException"/>.</summary>
    Http,

    /// <summary>A <see cref="ThrottledException"/>.</summary>
    Throttled,

    /// <summary>A <see cref="TimeoutException"/>.</summary>
    Timeout,

    /// <summary>A type derived from <see cref="TimeoutException"/>.</summary>
    Busy,

    /// <summary>An <see cref="IOException"/>.</summary>
    Stream,

    /// <summary>A type derived from <see cref="IOException"/>.</summary>
    BrokenStream,

    /// <summary>A <see cref="JsonException"/>.</summary>
    Json,

    /// <summary>A type derived from <see cref="JsonException"/>.</summary>
    HalfAnswer,

    /// <summary>An <see cref="LlmValidationException"/>.</summary>
    Validation,

    /// <summary>The caller cancels during the attempt.</summary>
    Cancelled,
}
