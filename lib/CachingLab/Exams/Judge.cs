namespace CachingLab.Exams;

/// <summary>Verdicts of requirements that depend on each other.</summary>
internal static class Judge
{
    /// <summary>The verdict of a requirement that cannot be judged until another one is met; the reason names the other one's title.</summary>
    public static NotRunException Later(Exercise exercise, string id) =>
        new($"judged once this is met: {exercise.Requirements.Single(r => r.Id == id).Title}");
}
