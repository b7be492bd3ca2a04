using System.Globalization;
using System.Security.Cryptography;
using CachingLab.Execution;

namespace CachingLab.Grading;

/// <summary>How answers are graded.</summary>
public sealed record GradeOptions
{
    /// <summary>What the process of one answer may use.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>Whether walls are put around answers.</summary>
    public SandboxMode Sandbox { get; init; } = SandboxMode.Auto;

    /// <summary>What random inputs are drawn from; the same seed draws them again.</summary>
    public int Seed { get; init; } = AskedSeed ?? RandomNumberGenerator.GetInt32(1_000_000);

    /// <summary>The seed in the environment variable <c>LAB_SEED</c>, or null.</summary>
    public static int? AskedSeed =>
        int.TryParse(Environment.GetEnvironmentVariable("LAB_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : null;
}
