namespace CachingLab.Worker.Calls;

/// <summary>A message was longer than allowed.</summary>
/// <param name="maxBytes">What is allowed.</param>
public sealed class MessageTooLargeException(int maxBytes)
    : Exception($"a message of more than {maxBytes / (1024 * 1024)} MB");
