using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using System.Text.Json;
using CachingLab.Exams;

namespace CachingLab.Exercises.Calls;

/// <summary>The exceptions that the exam's model throws. A process that runs the learner's code creates the same ones.</summary>
public static class ExamExceptions
{
    private const string NoJson = "new System.Text.Json.JsonException(\"no JSON\")";
    private const string NoRoute = "new System.Net.Http.HttpRequestException(\"no route\")";
    private const string Cancelled = "new System.Threading.CancellationToken(true)";
    private static readonly ConditionalWeakTable<Exception, Given> Known = [];

    /// <summary>The failures, and the location that a log should give each.</summary>
    internal static IReadOnlyList<ExamFailure> Failures { get; } =
    [
        Of("network", m => new HttpRequestException(m)),
        Of("network", m => new HttpRequestException(m, new JsonException("no JSON")), NoJson),
        Of("network", m => new HttpRequestException(m, null, HttpStatusCode.TooManyRequests), "null, System.Net.HttpStatusCode.TooManyRequests"),
        Of("network", m => new HttpRequestException(m, null, HttpStatusCode.BadRequest), "null, System.Net.HttpStatusCode.BadRequest"),
        Of("network", m => new RateLimitException(m)),
        Of("network", m => new QuotaUsedUpException(m)),
        Of("network", m => new RefusedException<int>(m)),
        Of("network", m => new TimeoutException(m)),
        Of("network", m => new TimeoutException(m, new LlmValidationException("a rule")), "new LlmValidationException(\"a rule\")"),
        Of("network", m => new ModelBusyException(m)),
        Of("network", m => new ModelGateway.ClosedException(m)),
        Of("network", m => new IOException(m)),
        Of("network", m => new IOException(m, new SocketException(104)), "new System.Net.Sockets.SocketException(104)"),
        Of("network", m => new EndOfStreamException(m)),
        Of("network", m => new FileNotFoundException(m)),
        Of("network", m => new DirectoryNotFoundException(m)),
        Of("network", m => new PathTooLongException(m)),
        Of("network", m => new HttpIOException(HttpRequestError.ResponseEnded, m), before: "System.Net.Http.HttpRequestError.ResponseEnded, "),
        Of("network", m => new BrokenStreamException(m)),
        Of("parsing", m => new JsonException(m)),
        Of("parsing", m => new JsonException(m, new HttpRequestException("no route")), NoRoute),
        new(typeof(JsonException), "parsing", m => new JsonException("no JSON", m, 0, 0), "\"no JSON\", ", ", 0, 0"),
        Of("parsing", m => new HalfAnAnswerException(m)),
        Of("parsing", m => new EmptyAnswerException(m)),
        Of("validation", m => new LlmValidationException(m)),
        Of("validation", m => new LlmValidationException(m, new JsonException("no JSON")), NoJson),
        Of("unknown", m => new InvalidOperationException(m)),
        Of("unknown", m => new InvalidOperationException(m, new HttpRequestException("no route")), NoRoute),
        Of("unknown", m => new TaskCanceledException(m)),
        Of("unknown", m => new TaskCanceledException(m, new TimeoutException("too long")), "new System.TimeoutException(\"too long\")"),
        Of("unknown", m => new OperationCanceledException(m)),
        Of("unknown", m => new AggregateException(m, new HttpRequestException("no route")), NoRoute),
        Of("unknown", m => new AggregateException(m, new JsonException("no JSON")), NoJson),
        Of("unknown", m => new FormatException(m)),
        Of("unknown", m => new ArgumentException(m)),
        Of("unknown", m => new ArgumentNullException("text", m), before: "\"text\", "),
        Of("unknown", m => new NotSupportedException(m)),
        Of("unknown", m => new SocketException(111, m), before: "111, "),
        Of("unknown", m => new AuthenticationException(m)),
        Of("unknown", m => new InvalidDataException(m)),
        Of("unknown", m => new UnauthorizedAccessException(m)),
        Of("unknown", m => new KeyNotFoundException(m)),
        Of("unknown", m => new InsufficientExecutionStackException(m)),
        Of("unknown", m => new BadImageFormatException(m)),
        Of("unknown", m => new HttpTimeoutException(m)),
        Of("unknown", m => new JsonValidationException(m)),
#pragma warning disable CA2201 // A model may throw what a library should not.
        Of("unknown", m => new Exception(m)),
        Of("unknown", m => new Exception(m, new IOException("the stream ended")), "new System.IO.IOException(\"the stream ended\")"),
#pragma warning restore CA2201
        Of("unknown", m => new OperationCanceledException(m, new CancellationToken(canceled: true)), Cancelled),
        Of("unknown", m => new TaskCanceledException(m, null, new CancellationToken(canceled: true)), $"null, {Cancelled}"),
        Inside("network", "the call failed", m => new HttpRequestException("the call failed", new IOException(m)), "System.IO.IOException"),
        Inside("network", "too late", m => new TimeoutException("too late", new InvalidOperationException(m)), "System.InvalidOperationException"),
        Inside("unknown", "it failed", m => new InvalidOperationException("it failed", new FormatException(m)), "System.FormatException"),
        Inside("unknown", "some failed", m => new AggregateException("some failed", new ArgumentException(m)), "System.ArgumentException"),
    ];

    /// <summary>The failure and the message of an exception that <see cref="Make"/> created, or null for any other.</summary>
    public static (int Failure, string Message)? Made(Exception exception) =>
        Known.TryGetValue(exception, out Given? given) ? (given.Failure, given.Message) : null;

    /// <summary>Creates the exception of a failure, or returns null when there is no such failure.</summary>
    /// <param name="failure">The index of the failure.</param>
    public static Exception? Make(int failure, string message)
    {
        if (failure < 0 || failure >= Failures.Count)
            return null;
        Exception exception = Failures[failure].Make(message);
        Known.Add(exception, new Given(failure, message));
        return exception;
    }

    /// <summary>Creates an exception of that type, or returns null when the exam throws none of that type.</summary>
    /// <remarks>
    /// A <see cref="TaskCanceledException"/> gets a cancelled token, as that of a cancelled task has. The message of an
    /// <see cref="ArgumentNullException"/> names the parameter already.
    /// </remarks>
    public static Exception? Create(string fullTypeName, string message) =>
        fullTypeName == typeof(TaskCanceledException).FullName ? new TaskCanceledException(message, null, new CancellationToken(canceled: true))
        : fullTypeName == typeof(ArgumentNullException).FullName ? new ArgumentNullException(null, message)
        : Failures.FirstOrDefault(f => f.Type.FullName == fullTypeName)?.Make(message);

    private static ExamFailure Of<T>(string location, Func<string, T> make, string? after = null, string before = "")
        where T : Exception => new(typeof(T), location, make, before, after is null ? "" : ", " + after);

    // The text that is drawn is the message of the exception inside.
    private static ExamFailure Inside<T>(string location, string says, Func<string, T> make, string inner)
        where T : Exception => new(typeof(T), location, make, $"{CodeText.Literal(says)}, new {inner}(", ")");

    private sealed record Given(int Failure, string Message);
}

/// <summary>One way in which the exam's model fails.</summary>
/// <param name="Location">The location of the failure that a log should name.</param>
/// <param name="Make">Makes it with that message.</param>
/// <param name="Before">The C# of the arguments before the message.</param>
/// <param name="After">The C# of the arguments after it.</param>
internal sealed record ExamFailure(Type Type, string Location, Func<string, Exception> Make, string Before, string After)
{
    /// <summary>Whether the drawn message is the last text in it, be it that of the exception inside.</summary>
    public bool EndsWithMessage => !After.Contains("System", StringComparison.Ordinal);

    /// <summary>The C# that creates the exception.</summary>
    public string Code(string message) =>
        $"new {RequestText.NameOf(Type)}({Before}{RequestText.Text(message)}{After})";
}

/// <summary>A derived type that no learner has seen: it must be logged like its base type.</summary>
public class RateLimitException(string message) : HttpRequestException(message);

/// <summary>Derived from a type that is itself derived from the one that counts.</summary>
public sealed class QuotaUsedUpException(string message) : RateLimitException(message);

/// <summary>A generic type. The name of such a type ends in the number of its parameters.</summary>
public sealed class RefusedException<TReason>(string message) : HttpRequestException(message);

/// <summary>A derived type that no learner has seen: it must be logged like its base type.</summary>
public sealed class ModelBusyException(string message) : TimeoutException(message);

/// <summary>A derived type that no learner has seen: it must be logged like its base type.</summary>
public sealed class BrokenStreamException(string message) : IOException(message);

/// <summary>A derived type that no learner has seen: it must be logged like its base type.</summary>
public class HalfAnAnswerException(string message) : JsonException(message);

/// <summary>Derived from a type that is itself derived from the one that counts.</summary>
public sealed class EmptyAnswerException(string message) : HalfAnAnswerException(message);

/// <summary>Named like another type but not derived from it: only the type counts, not its name.</summary>
public sealed class HttpTimeoutException(string message) : Exception(message);

/// <summary>Named like another type but not derived from it: only the type counts, not its name.</summary>
public sealed class JsonValidationException(string message) : Exception(message);

#pragma warning disable CA1034 // A type in a type is what is asked here.

/// <summary>A type with an exception type inside: a log names the inner type alone.</summary>
public static class ModelGateway
{
    public sealed class ClosedException(string message) : HttpRequestException(message);
}
