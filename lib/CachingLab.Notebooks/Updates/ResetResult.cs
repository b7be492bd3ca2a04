namespace CachingLab.Notebooks;

/// <summary>A notebook with one exercise cell as it was handed out.</summary>
/// <param name="Notebook">The notebook to write.</param>
/// <param name="Kept">What stood in the cell, to be kept elsewhere; null when it was as handed out, or missing.</param>
public sealed record ResetResult(Notebook Notebook, string? Kept);
