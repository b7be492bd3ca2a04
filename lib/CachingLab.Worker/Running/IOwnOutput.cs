using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>A value that makes its own output.</summary>
internal interface IOwnOutput
{
    /// <summary>The output, or null when the value must not be shown.</summary>
    CellOutput? Output(OutputKind kind);
}
