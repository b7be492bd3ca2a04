namespace CachingLab.Exercises.ExtendedKey;

/// <summary>A value with one thing changed somewhere inside it.</summary>
/// <param name="Value">The changed copy.</param>
/// <param name="Path">Where, such as <c>Tools[1].Name</c>.</param>
/// <param name="Kind">In what way.</param>
internal sealed record Variation(object? Value, string Path, VariationKind Kind)
{
    public LlmRequest Request => (LlmRequest)Value!;
}

internal enum VariationKind
{
    /// <summary>Another value, or an item more or less.</summary>
    Value,

    /// <summary>The same items in another order.</summary>
    Order,

    /// <summary>Null, or what is easily mistaken for null: zero or empty.</summary>
    Nothing,
}
