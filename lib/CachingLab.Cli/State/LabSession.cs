using CachingLab.Exams;
using CachingLab.Grading;
using CachingLab.Grading.Answers;
using CachingLab.Grading.Isolation;
using CachingLab.Grading.Records;
using CachingLab.Notebooks;
using CachingLab.Notebooks.Answers;

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

    /// <summary>The verdict on an exercise in the current notebooks: the stored one when nothing has changed since, else a new one.</summary>
    /// <exception cref="NotebookFormatException">The notebook cannot be read.</exception>
    /// <exception cref="IOException">There is no notebook.</exception>
    public async Task<ExerciseRecord> VerdictAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        Notebook pristine = LearnersCopy.Pristine(Course, exercise.Notebook);
        string file = LearnersCopy.File(Course, exercise.Notebook);
        if (!File.Exists(file))
            throw new FileNotFoundException($"notebooks/{exercise.Notebook}.ipynb is missing: '{LabCall.Name} reset {exercise.Id}' writes it anew");
        Extraction work = AnswerExtractor.Extract(Read(file, exercise), pristine, CourseFolder.DeclaresOf(pristine.Name));
        AnswerText answer = AnswerText.Of(work, exercise);
        await using var grader = new ExerciseGrader(Options, Walls.Choose(SandboxMode.Auto));
        string digest = grader.DigestOf(Course);
        if (Progress.Verdict(exercise.Id, answer.Hash, digest) is { } known)
            return known;
        ExerciseRecord record = await grader.GradeAsync(work, pristine, exercise, cancellationToken: cancellationToken);
        Progress.Add(record, answer, digest);
        return record;
    }

    private static Notebook Read(string file, Exercise exercise)
    {
        try
        {
            return NotebookReader.Read(file);
        }
        catch (NotebookFormatException e)
        {
            throw new NotebookFormatException(e.File, LearnersCopy.WithCure(exercise.Notebook, e.Reason), e);
        }
    }
}
