namespace CachingLab.Sandbox.Protocol;

/// <summary>Makes a cache: on a file when <paramref name="Path"/> is given.</summary>
public sealed record OpenCache(string? Path) : Message
{
    internal override MessageKind Kind => MessageKind.OpenCache;

    internal override void Write(WireWriter to) => to.TextOrNull(Path);

    internal static OpenCache Read(WireReader from) => new(from.TextOrNull());
}

/// <summary>Calls <c>Get</c> of a cache that <see cref="OpenCache"/> made.</summary>
public sealed record GetEntry(int Cache, string? Key) : Message
{
    internal override MessageKind Kind => MessageKind.GetEntry;

    internal override void Write(WireWriter to)
    {
        to.Number(Cache);
        to.TextOrNull(Key);
    }

    internal static GetEntry Read(WireReader from) => new(from.Number(), from.TextOrNull());
}

/// <summary>Calls <c>Get</c> for many keys.</summary>
public sealed record GetEntries(int Cache, IReadOnlyList<string> Keys) : Message
{
    internal override MessageKind Kind => MessageKind.GetEntries;

    internal override void Write(WireWriter to)
    {
        to.Number(Cache);
        to.Texts(Keys);
    }

    internal static GetEntries Read(WireReader from) => new(from.Number(), from.Texts());
}

/// <summary>Calls <c>Set</c> of a cache that <see cref="OpenCache"/> made.</summary>
public sealed record SetEntry(int Cache, string? Key, string? Value) : Message
{
    internal override MessageKind Kind => MessageKind.SetEntry;

    internal override void Write(WireWriter to)
    {
        to.Number(Cache);
        to.TextOrNull(Key);
        to.TextOrNull(Value);
    }

    internal static SetEntry Read(WireReader from) => new(from.Number(), from.TextOrNull(), from.TextOrNull());
}

/// <summary>Calls <c>Set</c> for a series of entries from several threads.</summary>
public sealed record SetSeries(int Cache, string Prefix, int Count, int Length, int Writers) : Message
{
    internal override MessageKind Kind => MessageKind.SetSeries;

    internal override void Write(WireWriter to)
    {
        to.Number(Cache);
        to.Text(Prefix);
        to.Number(Count);
        to.Number(Length);
        to.Number(Writers);
    }

    internal static SetSeries Read(WireReader from) => new(from.Number(), from.Text(), from.Number(), from.Number(), from.Number());
}
