using System.Diagnostics;

namespace CachingLab.Grading.Answers;

/// <summary>The phases that an exercise's grading goes through, as activities for whoever listens.</summary>
public static class GradingPhases
{
    public const string Compile = "compile";
    public const string Start = "start processes and run cells";
    public const string Examine = "examine";
    public const string CleanUp = "clean up";

    /// <summary>Where the activities come from.</summary>
    public static ActivitySource Source { get; } = new("CachingLab.Grading");

    internal static Activity? Begin(string phase) => Source.StartActivity(phase);
}
