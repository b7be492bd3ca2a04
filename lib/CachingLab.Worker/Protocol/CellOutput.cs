namespace CachingLab.Worker.Protocol;

/// <summary>One output of a cell.</summary>
/// <param name="Html">The HTML form, or null.</param>
public sealed record CellOutput(OutputKind Kind, string Text, string? Html = null);

/// <summary>How a cell made an output.</summary>
public enum OutputKind
{
    /// <summary>Printed to the console.</summary>
    Printed,

    /// <summary>Shown by a call.</summary>
    Shown,

    /// <summary>The value of the cell's last expression.</summary>
    Value,
}
