namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>How a flight ends.</summary>
public enum FlightEnd
{
    /// <summary>The model answers.</summary>
    Answered,

    /// <summary>The model throws.</summary>
    Failed,

    /// <summary>The only caller leaves, and the model stops.</summary>
    Left,
}
