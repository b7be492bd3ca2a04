namespace CachingLab.Grading.Reports.Page;

/// <summary>One exercise across the class.</summary>
/// <param name="Id">The exercise.</param>
/// <param name="Notebook">The course notebook it is in.</param>
/// <param name="Of">The most points it gives.</param>
/// <param name="StretchOf">The most stretch points it gives.</param>
internal sealed record ExerciseColumn(string Id, string Notebook, int Of, int StretchOf);
