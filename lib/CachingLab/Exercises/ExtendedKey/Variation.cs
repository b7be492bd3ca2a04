namespace CachingLab.Exercises.ExtendedKey;

/// <summary>A value with one thing changed somewhere inside it.</summary>
/// <param name="Value">The changed copy.</param>
/// <param name="Path">Where, such as <c>Tools[1].Name</c>.</param>
/// <param name="Kind">In what way.</param>
internal sealed record Variation(object? Value, string Path, VariationKind Kind);
