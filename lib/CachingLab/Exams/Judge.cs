namespace CachingLab.Exams;

/// <summary>What requirements say of each other.</summary>
internal static class Judge
{
    /// <summary>A requirement says nothing of an answer that lacks what another one asks for; reports name that one by its title.</summary>
    /// <param name="exercise">The exercise of both.</param>
    /// <param name="id">The other requirement.</param>
    public static NotRunException Later(Exercise exercise, string id) =>
        new($"judged once this is met: {exercise.Requirements.Single(r => r.Id == id).Title}");
}
