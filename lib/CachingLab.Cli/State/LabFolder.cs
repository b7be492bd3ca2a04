using CachingLab.Grading;

namespace CachingLab.Cli.State;

/// <summary>The folder of one learner's state: <c>.lab/</c> in the learner's folder, which git ignores.</summary>
/// <param name="course">The course.</param>
internal sealed class LabFolder(CourseFolder course)
{
    public string Path { get; } = System.IO.Path.Combine(course.LearnerRoot, ".lab");

    /// <summary>The last verdicts, the answers that passed, and the hints shown.</summary>
    public string ProgressFile => In("progress.json");

    /// <summary>Copies of what was replaced.</summary>
    public string KeptFolder => In("kept");

    /// <summary>The notebooks as last released or merged, which the learner's copies are based on.</summary>
    public string PristineFolder => In("pristine");

    /// <summary>The last verdicts as an HTML page.</summary>
    public string ReportFile => In("report.html");

    /// <summary>A path to show: relative to the learner's folder, with forward slashes.</summary>
    public string Shown(string path) => System.IO.Path.GetRelativePath(course.LearnerRoot, path).Replace('\\', '/');

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
