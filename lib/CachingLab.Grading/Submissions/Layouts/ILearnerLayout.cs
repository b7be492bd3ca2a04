using CachingLab.Grading.Records;

namespace CachingLab.Grading.Submissions.Layouts;

/// <summary>How a platform names the files that learners handed in. A new platform is one more of these, in <see cref="LearnerLayouts"/>.</summary>
internal interface ILearnerLayout
{
    /// <summary>Whose a file is, or null when its path is not of this layout.</summary>
    /// <param name="path">The path below the argument, with forward slashes.</param>
    HandIn? Of(string path);
}
