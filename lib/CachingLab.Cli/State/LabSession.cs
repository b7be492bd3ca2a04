using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;

namespace CachingLab.Cli.State;

/// <summary>The objects that the learner's verbs share.</summary>
internal sealed class LabSession
{
    /// <param name="course">The course.</param>
    /// <param name="time">The clock for what is stored.</param>
    /// <param name="say">Shows the learner a line about the lab's own files.</param>
    public LabSession(CourseFolder course, TimeProvider time, Action<string> say)
    {
        Course = course;
        Folder = new LabFolder(course);
        Kept = new KeptFiles(Folder, time);
        Progress = new ProgressStore(Folder, time, say);
        Pristine = new PristineNotebooks(course, Folder);
    }

    public CourseFolder Course { get; }

    /// <summary>How answers are graded.</summary>
    public GradeOptions Options { get; init; } = new();

    public LabFolder Folder { get; }

    public KeptFiles Kept { get; }

    public ProgressStore Progress { get; }

    public PristineNotebooks Pristine { get; }

    /// <summary>Opens the session of a command, with notes on stderr.</summary>
    /// <param name="root">A folder in the course; null for the clone that the program was built in.</param>
    public static LabSession Open(string? root = null) =>
        new(CourseFolder.Find(root ?? AppContext.BaseDirectory), TimeProvider.System, line => Console.Error.WriteLine(line));

    /// <summary>Creates the verdicts on the current notebooks.</summary>
    public FreshVerdicts Verdicts() =>
        new(Course, Progress, () => new ExerciseGrader(Options, SandboxChoice.Make(SandboxMode.Auto)));
}
