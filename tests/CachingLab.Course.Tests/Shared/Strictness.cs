namespace CachingLab.Course.Tests.Shared;

/// <summary>How much is asked of the learner's notebooks.</summary>
internal static class Strictness
{
    /// <summary>In the course's own CI, <c>CI=true</c>: notebooks/ must be byte for byte what solutions/ release.</summary>
    public static bool Pristine { get; } =
        Environment.GetEnvironmentVariable("CI") is { Length: > 0 } value && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
