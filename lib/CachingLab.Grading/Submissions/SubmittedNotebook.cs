using CachingLab.Notebooks;

namespace CachingLab.Grading.Submissions;

/// <summary>A submission's content.</summary>
/// <param name="Notebook">The notebook that counts.</param>
/// <param name="Note">Why it is not the file of that name, in one line, or null.</param>
public sealed record SubmittedNotebook(Notebook Notebook, string? Note);
