namespace CachingLab.Answers.Tests;

/// <summary>How much is asked of the learner's notebooks.</summary>
internal static class Strictness
{
    /// <summary>For instructors, <c>LAB_STRICT=1</c>: an exercise that is not attempted is a failure.</summary>
    public static bool Attempted { get; } =
        Environment.GetEnvironmentVariable("LAB_STRICT") is { Length: > 0 } value && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
