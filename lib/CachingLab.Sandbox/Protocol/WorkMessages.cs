using CachingLab.Exams;

namespace CachingLab.Sandbox.Protocol;

/// <summary>The work calls the exam's model.</summary>
public sealed record Complete(int Llm, LlmRequest Request) : Message
{
    internal override MessageKind Kind => MessageKind.Complete;

    internal override void Write(WireWriter to)
    {
        to.Number(Llm);
        RequestCodec.Write(to, Request);
    }

    internal static Complete Read(WireReader from) => new(from.Number(), RequestCodec.Read(from));
}

/// <summary>The work calls <c>Get</c> of the exam's cache, which says itself what it thinks of null.</summary>
public sealed record ReadEntry(int Cache, string? Key) : Message
{
    internal override MessageKind Kind => MessageKind.ReadEntry;

    internal override void Write(WireWriter to)
    {
        to.Number(Cache);
        to.TextOrNull(Key);
    }

    internal static ReadEntry Read(WireReader from) => new(from.Number(), from.TextOrNull());
}

/// <summary>The work calls <c>Set</c> of the exam's cache, which says itself what it thinks of null.</summary>
public sealed record StoreEntry(int Cache, string? Key, string? Value) : Message
{
    internal override MessageKind Kind => MessageKind.StoreEntry;

    internal override void Write(WireWriter to)
    {
        to.Number(Cache);
        to.TextOrNull(Key);
        to.TextOrNull(Value);
    }

    internal static StoreEntry Read(WireReader from) => new(from.Number(), from.TextOrNull(), from.TextOrNull());
}

/// <summary>The work logs an entry; no reply.</summary>
public sealed record AddLog(int Log, LogEntry Entry) : Message
{
    internal override MessageKind Kind => MessageKind.AddLog;

    internal override void Write(WireWriter to)
    {
        to.Number(Log);
        LogEntryCodec.Write(to, Entry);
    }

    internal static AddLog Read(WireReader from) => new(from.Number(), LogEntryCodec.Read(from));
}

/// <summary>A cell begins; no reply.</summary>
public sealed record CellStarted(string Cell) : Message
{
    internal override MessageKind Kind => MessageKind.CellStarted;

    internal override void Write(WireWriter to) => to.Text(Cell);

    internal static CellStarted Read(WireReader from) => new(from.Text());
}

/// <summary>A cell has printed, shown or returned something; no reply.</summary>
public sealed record CellOutput(string Cell, WireOutput Output) : Message
{
    internal override MessageKind Kind => MessageKind.CellOutput;

    internal override void Write(WireWriter to)
    {
        to.Text(Cell);
        Output.Write(to);
    }

    internal static CellOutput Read(WireReader from) => new(from.Text(), WireOutput.Read(from));
}

/// <summary>A cell has ended; no reply.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Error">What it threw, or null.</param>
public sealed record CellEnded(string Cell, WireError? Error) : Message
{
    internal override MessageKind Kind => MessageKind.CellEnded;

    internal override void Write(WireWriter to)
    {
        to.Text(Cell);
        if (to.Has(Error))
            Error!.Write(to);
    }

    internal static CellEnded Read(WireReader from) => new(from.Text(), from.Flag() ? WireError.Read(from) : null);
}
