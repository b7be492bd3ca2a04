using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>A value that says itself how it is shown.</summary>
internal interface IOwnOutput
{
    /// <summary>Its output, or null when it is not to be shown.</summary>
    CellOutput? Output(OutputKind kind);
}
