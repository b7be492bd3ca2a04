using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CachingLab.Grading.Isolation;
using CachingLab.Notebooks;

namespace CachingLab.Grading.Answers;

/// <summary>What a verdict depends on besides the answer and the seed, as one short text: the course, the grader's own code, and the bounds.</summary>
public static class VerdictDigest
{
    private static readonly Type[] Parts = [typeof(Check), typeof(Notebook), typeof(VerdictDigest)];

    public static string Of(CourseFolder course, SandboxLimits limits, Walls walls)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in course.SolutionFiles())
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        foreach (Type part in Parts)
            hash.AppendData(part.Module.ModuleVersionId.ToByteArray());
        hash.AppendData(SHA256.HashData(File.ReadAllBytes(SandboxProgram.File)));
        hash.AppendData(SHA256.HashData(File.ReadAllBytes(SandboxProgram.PartTwo)));
        string bounds = string.Create(CultureInfo.InvariantCulture, $"{limits} {walls.Parts} {Environment.Version}");
        hash.AppendData(Encoding.UTF8.GetBytes(bounds));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
