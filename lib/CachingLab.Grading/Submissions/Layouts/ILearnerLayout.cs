using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>How a platform names the files that learners handed in. A new platform is one more of these, in <see cref="LearnerLayouts"/>.</summary>
internal interface ILearnerLayout
{
    /// <summary>Whether an argument of the grader has this layout.</summary>
    /// <param name="paths">All its paths, with forward slashes.</param>
    bool Fits(IReadOnlyList<string> paths);

    /// <summary>Whose a file is. <see cref="HandIn.At"/> is set by the caller.</summary>
    /// <param name="path">One of the paths.</param>
    HandIn Of(string path);
}
