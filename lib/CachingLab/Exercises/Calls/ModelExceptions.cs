using System.Text.Json;

namespace CachingLab.Exercises.Calls;

/// <summary>A derived type that no learner has seen: it belongs where its base does.</summary>
public sealed class RateLimitException(string message) : HttpRequestException(message);

/// <summary>A derived type that no learner has seen: it belongs where its base does.</summary>
public sealed class ModelBusyException(string message) : TimeoutException(message);

/// <summary>A derived type that no learner has seen: it belongs where its base does.</summary>
public sealed class BrokenStreamException(string message) : IOException(message);

/// <summary>A derived type that no learner has seen: it belongs where its base does.</summary>
public sealed class HalfAnAnswerException(string message) : JsonException(message);

/// <summary>Named like another type, and not derived from it: only types count.</summary>
public sealed class HttpTimeoutException(string message) : Exception(message);

/// <summary>Named like another type, and not derived from it: only types count.</summary>
public sealed class JsonValidationException(string message) : Exception(message);
