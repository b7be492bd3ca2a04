using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;

namespace CachingLab.Cli.State;

/// <summary>What the verbs of the learner's loop work with.</summary>
internal sealed class LabSession
{
    /// <param name="course">The course.</param>
    /// <param name="time">Dates what is kept.</param>
    /// <param name="say">Told, in one line, what the learner should know of the lab's own files.</param>
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

    /// <summary>The session of a command: the course above a folder, notes on stderr.</summary>
    /// <param name="root">Where the course is looked for; null for the clone that the program was built in.</param>
    public static LabSession Open(string? root = null) =>
        new(CourseFolder.Find(root ?? AppContext.BaseDirectory), TimeProvider.System, line => Console.Error.WriteLine(line));

    /// <summary>Verdicts on what is in the notebooks now.</summary>
    public FreshVerdicts Verdicts() =>
        new(Course, Progress, () => new ExerciseGrader(Options, SandboxChoice.Make(SandboxMode.Auto)));
}
