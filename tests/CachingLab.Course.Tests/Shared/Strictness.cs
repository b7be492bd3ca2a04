namespace CachingLab.Course.Tests;

/// <summary>How much is asked of the learner's notebooks.</summary>
internal static class Strictness
{
    /// <summary>In the course's own CI, <c>CI=true</c>: notebooks/ must be byte for byte what solutions/ release.</summary>
    public static bool Pristine { get; } = IsOn("CI");

    /// <summary>For instructors, <c>LAB_STRICT=1</c>: an exercise that is not attempted is a failure, not a skip.</summary>
    public static bool Attempted { get; } = IsOn("LAB_STRICT");

    private static bool IsOn(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
