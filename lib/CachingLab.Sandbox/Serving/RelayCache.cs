using CachingLab.Sandbox.Protocol;

namespace CachingLab.Sandbox.Serving;

/// <summary>The exam's cache, used across the pipe.</summary>
internal sealed class RelayCache(ParentLink exam, int handle, ExceptionTable exceptions) : ILlmCache
{
    public string? Get(string key) => Ask(new ReadEntry(handle, key)) is TextReply text ? text.Value : null;

    public void Set(string key, string value) => Ask(new StoreEntry(handle, key, value));

    // ILlmCache is synchronous; the pool is large enough for the few calls that wait at a time.
    private Message Ask(Message ask) => exam.AskAsync(ask).GetAwaiter().GetResult() switch
    {
        ThrownReply thrown => throw exceptions.Copy(thrown.Error),
        var reply => reply,
    };
}
