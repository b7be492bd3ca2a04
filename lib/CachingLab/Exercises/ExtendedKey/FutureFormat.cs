namespace CachingLab.Exercises.ExtendedKey;

/// <summary>The shape that a model of the future is asked to answer in.</summary>
/// <param name="Name">The shape's name.</param>
/// <param name="Schema">Its description, or null.</param>
public sealed record FutureFormat(string Name, string? Schema)
{
    /// <summary>Whether the model must keep to it.</summary>
    public bool Strict { get; init; }

    /// <summary>The shape of its parts, or null.</summary>
    public FutureFormat? Part { get; init; }

    /// <summary>What it looks like.</summary>
    public IReadOnlyList<FutureMessage> Samples { get; init; } = [];
}
