namespace CachingLab.Worker.Protocol;

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
