using CachingLab.Worker.Protocol;
using CachingLab.Worker.Running;

namespace CachingLab.Worker.StandIns;

/// <summary>A value that was shown.</summary>
public sealed class DisplayedValue(object? value) : IOwnOutput
{
    public object? Value { get; private set; } = value;

    /// <summary>Shows another value. The engine replaces the earlier one; here the new one follows below.</summary>
    public void Update(object? updatedValue)
    {
        Value = updatedValue;
        updatedValue.Display();
    }

    // The call that created this has already shown the value.
    CellOutput? IOwnOutput.Output(OutputKind kind) => null;
}
