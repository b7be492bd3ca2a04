namespace CachingLab.Worker.Protocol;

/// <summary>One output of a cell.</summary>
/// <param name="Kind">How it came about.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The rich form, where there is one.</param>
public sealed record CellOutput(OutputKind Kind, string Text, string? Html = null);

/// <summary>How an output of a cell came about.</summary>
public enum OutputKind
{
    /// <summary>Printed to the console.</summary>
    Printed,

    /// <summary>Shown by a call.</summary>
    Shown,

    /// <summary>The value of the cell's last expression.</summary>
    Value,
}
