using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Makes the output of a value.</summary>
internal static class CellValue
{
    /// <summary>The output that the value makes itself, or its text; null when it must not be shown.</summary>
    public static CellOutput? Output(OutputKind kind, object? value) =>
        value is IOwnOutput own ? own.Output(kind) : new CellOutput(kind, ValueText.Of(value));
}
