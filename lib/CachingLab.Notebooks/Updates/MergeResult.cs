namespace CachingLab.Notebooks.Updates;

/// <summary>A learner's notebook brought to a newer course version.</summary>
/// <param name="Notebook">The notebook to write.</param>
/// <param name="Done">What was done, a line each; empty when the notebook was up to date.</param>
public sealed record MergeResult(Notebook Notebook, IReadOnlyList<string> Done);
