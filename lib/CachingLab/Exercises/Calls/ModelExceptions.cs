using System.Text.Json;

namespace CachingLab.Exercises.Calls;

/// <summary>A derived type that no learner has seen: it must be logged like its base type.</summary>
public class RateLimitException(string message) : HttpRequestException(message);

/// <summary>Two levels below the type that counts.</summary>
public sealed class QuotaUsedUpException(string message) : RateLimitException(message);

/// <summary>A generic type. The name of such a type ends in the number of its parameters.</summary>
public sealed class RefusedException<TReason>(string message) : HttpRequestException(message);

/// <summary>A derived type that no learner has seen: it must be logged like its base type.</summary>
public sealed class ModelBusyException(string message) : TimeoutException(message);

/// <summary>A derived type that no learner has seen: it must be logged like its base type.</summary>
public sealed class BrokenStreamException(string message) : IOException(message);

/// <summary>A derived type that no learner has seen: it must be logged like its base type.</summary>
public class HalfAnAnswerException(string message) : JsonException(message);

/// <summary>Two levels below the type that counts.</summary>
public sealed class EmptyAnswerException(string message) : HalfAnAnswerException(message);

/// <summary>Named like another type but not derived from it: only the type counts, not its name.</summary>
public sealed class HttpTimeoutException(string message) : Exception(message);

/// <summary>Named like another type but not derived from it: only the type counts, not its name.</summary>
public sealed class JsonValidationException(string message) : Exception(message);

#pragma warning disable CA1034 // A type in a type is what is asked here.

/// <summary>What an exception type may be declared in: its own name is the last part only.</summary>
public static class ModelGateway
{
    public sealed class ClosedException(string message) : HttpRequestException(message);
}
