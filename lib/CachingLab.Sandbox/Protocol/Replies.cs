namespace CachingLab.Sandbox.Protocol;

/// <summary>An answer to an ask.</summary>
public abstract record Reply : Message
{
    public override bool IsReply => true;
}

/// <summary>It is done, and there is nothing to say.</summary>
public sealed record Done : Reply;

/// <summary>A text came back, or null.</summary>
public sealed record TextReply(string? Value) : Reply;

/// <summary>Texts came back, each of which may be null.</summary>
public sealed record TextsReply(IReadOnlyList<string?> Values) : Reply;

/// <summary>A truth value came back.</summary>
public sealed record FlagReply(bool Value) : Reply;

/// <summary>An object was made: later asks name it by this number.</summary>
public sealed record HandleReply(int Handle) : Reply;

/// <summary>It threw.</summary>
public sealed record ThrownReply(WireError Error) : Reply;
