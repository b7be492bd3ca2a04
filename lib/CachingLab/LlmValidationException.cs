namespace CachingLab;

/// <summary>Thrown when an answer was parsed but breaks one of the caller's rules.</summary>
public sealed class LlmValidationException(string message, Exception? innerException = null) : Exception(message, innerException);
