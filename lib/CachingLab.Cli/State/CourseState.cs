using System.Collections.Immutable;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.State;

/// <summary>What is known of the learner's course at one moment; it never changes, each event makes a new one.</summary>
internal sealed record CourseState
{
    /// <summary>The last verdict of each exercise that has one, and of the warm-up, by id.</summary>
    public ImmutableDictionary<string, ExerciseRecord> Records { get; init; } = ImmutableDictionary<string, ExerciseRecord>.Empty;

    /// <summary>The exercises that are being checked now.</summary>
    public ImmutableHashSet<string> Checking { get; init; } = [];

    /// <summary>Notebooks that cannot be read, by name, with the reason in one line.</summary>
    public ImmutableSortedDictionary<string, string> Troubles { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where the learner finds each exercise, by id, as <c>01-cache-key.ipynb, under "Your turn"</c>.</summary>
    public ImmutableDictionary<string, string> Places { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The exercise whose report is shown, or null.</summary>
    public string? Shown { get; init; }

    /// <summary>All that was attempted passes.</summary>
    public bool AllAttemptedPass => Verdicts.All(r => r.Status is GradeStatus.Passed or GradeStatus.NotAttempted);

    public int Points => Verdicts.Sum(r => r.Points);

    public int Of { get; } = Course.Exercises.Sum(e => e.Requirements.Count(r => !r.Stretch));

    public int StretchPoints => Verdicts.Sum(r => r.StretchPoints);

    public int StretchOf { get; } = Course.Exercises.Sum(e => e.Requirements.Count(r => r.Stretch));

    public int Passed => Course.Exercises.Count(e => StateOf(e) is ExerciseState.Passed);

    /// <summary>The warm-up until it passes or an exercise is begun; then the first exercise that does not pass, or null when all do.</summary>
    public Exercise? Next => WarmUpLeft ? Course.WarmUp : Course.Exercises.FirstOrDefault(e => StateOf(e) is not ExerciseState.Passed);

    /// <summary>Whether nothing was begun yet.</summary>
    public bool IsFresh => !Records.Values.Any(r => r.Begun);

    /// <summary>The exercise that keys and reports are about: the one shown, else the next.</summary>
    public Exercise? Focus => Course.Steps.FirstOrDefault(e => e.Id == Shown) ?? Next;

    /// <summary>What the notebooks that are left take; a notebook with two exercises is half done with one.</summary>
    public int MinutesLeft => Course.Notebooks.Sum(notebook =>
    {
        ExerciseState[] states = [.. Course.Exercises.Where(e => e.Notebook == notebook.Name).Select(StateOf)];
        double left = states.Length == 0 ? (WarmUpLeft ? 1 : 0) : states.Count(s => s is not ExerciseState.Passed) / (double)states.Length;
        return (int)Math.Ceiling(notebook.Minutes * left);
    });

    public ExerciseState StateOf(Exercise exercise) => Records.GetValueOrDefault(exercise.Id) switch
    {
        { CellMissing: true } => ExerciseState.CellMissing,
        null or { Begun: false } => ExerciseState.NotAttempted,
        { Status: GradeStatus.Passed } => ExerciseState.Passed,
        { Status: GradeStatus.NotAttempted or GradeStatus.CompileError } => ExerciseState.InProgress,
        _ => ExerciseState.Failing,
    };

    /// <summary>The course before any verdict.</summary>
    public static CourseState Empty(CourseFolder course) => new()
    {
        Places = Course.Steps.ToImmutableDictionary(e => e.Id, course.PlaceOf),
    };

    /// <summary>The course as it stood at the last verdicts.</summary>
    public static CourseState Remembered(CourseFolder course, ProgressStore progress) => Empty(course) with
    {
        Records = Course.Steps.Select(e => progress.Of(e.Id).Last).OfType<ExerciseRecord>().ToImmutableDictionary(r => r.Id),
    };

    /// <summary>After a verdict. What the learner just worked on is shown; an untouched cell with nothing to say of it is not.</summary>
    /// <param name="record">The verdict.</param>
    /// <param name="show">Whether its report is to be shown.</param>
    public CourseState With(ExerciseRecord record, bool show) => this with
    {
        Records = Records.SetItem(record.Id, record),
        Checking = Checking.Remove(record.Id),
        Shown = show && HasReport(record) ? record.Id : Shown == record.Id && !HasReport(record) ? null : Shown,
    };

    /// <summary>Whether there is something to say of a verdict. Of a missing cell the board says it.</summary>
    public static bool HasReport(ExerciseRecord record) => record.Begun || (record.Notes.Count > 0 && !record.CellMissing);

    private IEnumerable<ExerciseRecord> Verdicts => Course.Exercises.Select(e => Records.GetValueOrDefault(e.Id)).OfType<ExerciseRecord>();

    private bool WarmUpLeft => StateOf(Course.WarmUp) is not ExerciseState.Passed && !Verdicts.Any(r => r.Begun);
}

/// <summary>Where a learner is with one exercise.</summary>
internal enum ExerciseState
{
    /// <summary>The cell is as it was handed out.</summary>
    NotAttempted,

    /// <summary>The notebook has no cell that could hold the answer.</summary>
    CellMissing,

    /// <summary>The cell was changed, and is not yet code that can be judged: a half-written line is no failure.</summary>
    InProgress,

    /// <summary>It was judged, and something is not met.</summary>
    Failing,
    Passed,
}
