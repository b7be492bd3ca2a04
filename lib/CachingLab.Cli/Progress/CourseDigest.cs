using System.Security.Cryptography;
using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Notebooks;

namespace CachingLab.Cli.Progress;

/// <summary>A short text that changes when verdicts may: with the requirements' code, the grader's, or a notebook of the course.</summary>
internal static class CourseDigest
{
    /// <summary>The digest of a course as it is now.</summary>
    public static string Of(CourseFolder course)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Type type in (Type[])[typeof(Exercise), typeof(ExerciseGrader)])
            hash.AppendData(type.Module.ModuleVersionId.ToByteArray());
        foreach (Notebook pristine in course.Pristine)
            hash.AppendData(NotebookWriter.ToCanonicalBytes(pristine));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
