using System.Security.Cryptography;
using CachingLab.Exams;
using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Answers;

/// <summary>How answers are graded.</summary>
public sealed record GradeOptions
{
    /// <summary>What the process of one answer may use.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>Whether answers are isolated.</summary>
    public SandboxMode Sandbox { get; init; } = SandboxMode.Auto;

    /// <summary>The seed of the random inputs: the same seed draws the same inputs.</summary>
    /// <exception cref="ExamSeedException">The seed in the environment is not a whole number.</exception>
    public int Seed { get; init; } = ExamSeed.Asked() ?? RandomNumberGenerator.GetInt32(1_000_000);
}
