namespace CachingLab.Sandbox.Protocol;

/// <summary>A compiled cell.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Assembly">The script submission's assembly.</param>
public sealed record WireCell(string Id, ReadOnlyMemory<byte> Assembly)
{
    internal void Write(WireWriter to)
    {
        to.Text(Id);
        to.Bytes(Assembly.Span);
    }

    internal static WireCell Read(WireReader from) => new(from.Text(), from.Bytes());
}
