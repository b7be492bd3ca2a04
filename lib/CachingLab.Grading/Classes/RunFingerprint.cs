using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CachingLab.Execution;
using CachingLab.Notebooks;
using CachingLab.Sandbox;

namespace CachingLab.Grading;

/// <summary>What verdicts depend on besides the submission and the seed, as one short text: the course, the grader's own code, and the bounds.</summary>
public static class RunFingerprint
{
    private static readonly Type[] Parts =
        [typeof(Check), typeof(Notebook), typeof(NotebookOutput), typeof(CompilerProcess), typeof(RunFingerprint)];

    /// <summary>Computes it.</summary>
    public static string Of(CourseFolder course, GradeOptions options, SandboxChoice sandbox)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in course.SolutionFiles())
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        foreach (Type part in Parts)
            hash.AppendData(part.Module.ModuleVersionId.ToByteArray());
        hash.AppendData(SHA256.HashData(File.ReadAllBytes(SandboxProgram.Compiler.File)));
        SandboxLimits limits = options.Limits;
        string bounds = string.Create(CultureInfo.InvariantCulture, $"{limits} {sandbox.Walls.Parts} {Environment.Version}");
        hash.AppendData(Encoding.UTF8.GetBytes(bounds));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
