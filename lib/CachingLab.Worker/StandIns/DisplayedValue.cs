using CachingLab.Worker.Protocol;
using CachingLab.Worker.Running;

namespace CachingLab.Worker.StandIns;

/// <summary>A value that was shown.</summary>
/// <param name="value">The value.</param>
public sealed class DisplayedValue(object? value) : IOwnOutput
{
    /// <summary>What was shown last.</summary>
    public object? Value { get; private set; } = value;

    /// <summary>Shows another value. The engine shows it in place of the one before; here it comes below.</summary>
    public void Update(object? updatedValue)
    {
        Value = updatedValue;
        updatedValue.Display();
    }

    // The call that made it has shown the value.
    CellOutput? IOwnOutput.Output(OutputKind kind) => null;
}
