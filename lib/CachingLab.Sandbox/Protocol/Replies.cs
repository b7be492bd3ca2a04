namespace CachingLab.Sandbox.Protocol;

/// <summary>An answer to an ask.</summary>
public abstract record Reply : Message
{
    public override bool IsReply => true;
}

/// <summary>It is done, and there is nothing to say.</summary>
public sealed record Done : Reply
{
    internal override MessageKind Kind => MessageKind.Done;
}

/// <summary>A text came back, or null.</summary>
public sealed record TextReply(string? Value) : Reply
{
    internal override MessageKind Kind => MessageKind.TextReply;

    internal override void Write(WireWriter to) => to.TextOrNull(Value);

    internal static TextReply Read(WireReader from) => new(from.TextOrNull());
}

/// <summary>Texts came back, each of which may be null.</summary>
public sealed record TextsReply(IReadOnlyList<string?> Values) : Reply
{
    internal override MessageKind Kind => MessageKind.TextsReply;

    internal override void Write(WireWriter to)
    {
        to.Number(Values.Count);
        foreach (string? value in Values)
            to.TextOrNull(value);
    }

    internal static TextsReply Read(WireReader from)
    {
        var values = new string?[from.Count()];
        for (int i = 0; i < values.Length; i++)
            values[i] = from.TextOrNull();
        return new TextsReply(values);
    }
}

/// <summary>A truth value came back.</summary>
public sealed record FlagReply(bool Value) : Reply
{
    internal override MessageKind Kind => MessageKind.FlagReply;

    internal override void Write(WireWriter to) => to.Flag(Value);

    internal static FlagReply Read(WireReader from) => new(from.Flag());
}

/// <summary>Truth values came back.</summary>
public sealed record FlagsReply(IReadOnlyList<bool> Values) : Reply
{
    internal override MessageKind Kind => MessageKind.FlagsReply;

    internal override void Write(WireWriter to)
    {
        to.Number(Values.Count);
        foreach (bool value in Values)
            to.Flag(value);
    }

    internal static FlagsReply Read(WireReader from)
    {
        var values = new bool[from.Count()];
        for (int i = 0; i < values.Length; i++)
            values[i] = from.Flag();
        return new FlagsReply(values);
    }
}

/// <summary>An object was made: later asks name it by this number.</summary>
public sealed record HandleReply(int Handle) : Reply
{
    internal override MessageKind Kind => MessageKind.HandleReply;

    internal override void Write(WireWriter to) => to.Number(Handle);

    internal static HandleReply Read(WireReader from) => new(from.Number());
}

/// <summary>It threw.</summary>
public sealed record ThrownReply(WireError Error) : Reply
{
    internal override MessageKind Kind => MessageKind.ThrownReply;

    internal override void Write(WireWriter to) => Error.Write(to);

    internal static ThrownReply Read(WireReader from) => new(WireError.Read(from));
}
