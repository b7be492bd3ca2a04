namespace CachingLab.Grading.Records;

/// <summary>One exercise across a grade book.</summary>
/// <param name="Id">The exercise.</param>
/// <param name="Notebook">The course notebook it is in.</param>
/// <param name="Of">The most points it gives.</param>
/// <param name="StretchOf">The most stretch points it gives.</param>
public sealed record BookExercise(string Id, string Notebook, int Of, int StretchOf);
