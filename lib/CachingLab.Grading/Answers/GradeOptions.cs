using System.Security.Cryptography;
using CachingLab.Exams;
using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Answers;

/// <summary>How answers are graded.</summary>
public sealed record GradeOptions
{
    /// <summary>What the process of one answer may use.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>Whether walls are put around answers.</summary>
    public SandboxMode Sandbox { get; init; } = SandboxMode.Auto;

    /// <summary>What random inputs are drawn from; the same seed draws them again.</summary>
    /// <exception cref="ExamSeedException">The environment asks for one that is not a number.</exception>
    public int Seed { get; init; } = ExamSeed.Asked() ?? RandomNumberGenerator.GetInt32(1_000_000);
}
