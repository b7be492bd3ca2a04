namespace CachingLab.Sandbox.Protocol;

/// <summary>One output of a cell.</summary>
/// <param name="Kind">How it came about.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The rich form, where there is one.</param>
public sealed record WireOutput(OutputKind Kind, string Text, string? Html = null)
{
    internal void Write(WireWriter to)
    {
        to.Number((int)Kind);
        to.Text(Text);
        to.TextOrNull(Html);
    }

    internal static WireOutput Read(WireReader from) => new((OutputKind)from.Number(), from.Text(), from.TextOrNull());
}
