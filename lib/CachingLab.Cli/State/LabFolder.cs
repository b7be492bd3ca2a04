using CachingLab.Grading;

namespace CachingLab.Cli.State;

/// <summary>Where the lab command keeps what it remembers of one learner: <c>.lab/</c> at the course's root, which git ignores.</summary>
/// <param name="course">The course.</param>
internal sealed class LabFolder(CourseFolder course)
{
    /// <summary>The folder itself.</summary>
    public string Path { get; } = System.IO.Path.Combine(course.LearnerRoot, ".lab");

    /// <summary>The last verdicts, attempts and hints.</summary>
    public string ProgressFile => In("progress.json");

    /// <summary>Copies of what was replaced.</summary>
    public string KeptFolder => In("kept");

    /// <summary>The notebooks as they were last released or merged: what the learner's copies began as.</summary>
    public string PristineFolder => In("pristine");

    /// <summary>The last verdicts as a page.</summary>
    public string ReportFile => In("report.html");

    /// <summary>A path as it is shown: relative to the course's root, with forward slashes.</summary>
    public string Shown(string path) => System.IO.Path.GetRelativePath(course.LearnerRoot, path).Replace('\\', '/');

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
