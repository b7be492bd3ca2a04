namespace CachingLab.Worker.Calls;

/// <summary>The other side of the pipe is gone.</summary>
/// <param name="cause">What ended the conversation.</param>
public sealed class PeerClosedException(Exception cause) : Exception("the other process is gone: " + cause.Message, cause);
