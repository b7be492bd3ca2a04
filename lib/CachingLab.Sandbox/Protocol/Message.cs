namespace CachingLab.Sandbox.Protocol;

/// <summary>What crosses the pipe to a child process and back: plain data, nothing else.</summary>
/// <remarks>An ask has a positive <see cref="Id"/>, its reply the same one; a notice has 0 and no reply.</remarks>
public abstract record Message
{
    /// <summary>Pairs a reply with its ask; 0 where no reply is wanted.</summary>
    public int Id { get; internal set; }

    /// <summary>Whether this answers an ask.</summary>
    public virtual bool IsReply => false;

    /// <summary>What stands first in its frame.</summary>
    internal abstract MessageKind Kind { get; }

    /// <summary>Writes what it says, in the order in which it is read.</summary>
    internal virtual void Write(WireWriter to)
    {
        // Many say nothing beyond what they are.
    }
}
