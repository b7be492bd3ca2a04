using System.Collections.Immutable;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Grading;
using CachingLab.Grading.Records;

namespace CachingLab.Cli.State;

/// <summary>An immutable snapshot of the learner's course. Each event creates a new one.</summary>
internal sealed record CourseState
{
    /// <summary>The last verdict of each exercise that has one, and of the warm-up, by id.</summary>
    public ImmutableDictionary<string, ExerciseRecord> Records { get; init; } = ImmutableDictionary<string, ExerciseRecord>.Empty;

    /// <summary>The exercises that are being checked now.</summary>
    public ImmutableHashSet<string> Checking { get; init; } = [];

    /// <summary>What the learner should know of a notebook, such as why it cannot be read: one line, by its name.</summary>
    public ImmutableSortedDictionary<string, string> Troubles { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The place of an exercise, such as <c>01-cache-key.ipynb, under "Your turn"</c>.</summary>
    public Func<Exercise, string> PlaceOf { get; init; } = e => e.Notebook + ".ipynb";

    /// <summary>Whether the learner asked for all parts.</summary>
    public bool AllParts { get; init; }

    /// <summary>The parts that count: part one, and part two once part one is passed, an exercise of it is begun, or the learner asked for it.</summary>
    public IReadOnlyList<CoursePart> Parts => AllParts || IsPassed(Course.PartOne) || BegunBeyondPartOne ? Course.Parts : [Course.PartOne];

    /// <summary>The exercises of <see cref="Parts"/>.</summary>
    public IReadOnlyList<Exercise> Exercises => [.. Parts.SelectMany(p => p.Exercises)];

    /// <summary>The warm-up and the exercises of <see cref="Parts"/>.</summary>
    public IReadOnlyList<Exercise> Steps => [Course.WarmUp, .. Exercises];

    /// <summary>The exercise whose report is shown, or null.</summary>
    public string? Shown { get; init; }

    /// <summary>Whether everything that was attempted passes.</summary>
    public bool AllAttemptedPass => Verdicts.All(r => r.Status is GradeStatus.Passed or GradeStatus.NotAttempted);

    public int Points => Verdicts.Sum(r => r.Points);

    public int Of => Exercises.Sum(e => e.Requirements.Count(r => !r.Stretch));

    public int StretchPoints => Verdicts.Sum(r => r.StretchPoints);

    public int StretchOf => Exercises.Sum(e => e.Requirements.Count(r => r.Stretch));

    public int Passed => Exercises.Count(e => StateOf(e) is ExerciseState.Passed);

    /// <summary>The warm-up until it passes or an exercise is begun, then the first exercise that does not pass; null when all pass.</summary>
    public Exercise? Next => WarmUpLeft ? Course.WarmUp : Exercises.FirstOrDefault(e => StateOf(e) is not ExerciseState.Passed);

    /// <summary>Whether no cell was changed yet.</summary>
    public bool IsFresh => !Records.Values.Any(r => r.Begun);

    /// <summary>The exercise that keys and reports are about: the one shown, else the next.</summary>
    public Exercise? Focus => (Shown is null ? null : Course.StepOf(Shown)) ?? Next;

    /// <summary>The minutes that the remaining notebooks take. A notebook with two exercises is half done with one.</summary>
    public int MinutesLeft => Parts.SelectMany(p => p.Notebooks).Sum(notebook =>
    {
        ExerciseState[] states = [.. Exercises.Where(e => e.Notebook == notebook.Name).Select(StateOf)];
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
    public static CourseState Empty(CourseFolder course) => new() { PlaceOf = course.PlaceOf };

    /// <summary>The course with the last verdicts.</summary>
    public static CourseState Remembered(CourseFolder course, ProgressStore progress) =>
        Empty(course) with { Records = progress.Verdicts().ToImmutableDictionary(r => r.Id) };

    /// <summary>The state after a verdict. The exercise that the learner just worked on is shown, but not an untouched cell without notes.</summary>
    /// <param name="record">The verdict.</param>
    /// <param name="show">Whether to show its report.</param>
    public CourseState With(ExerciseRecord record, bool show) => this with
    {
        Records = Records.SetItem(record.Id, record),
        Checking = Checking.Remove(record.Id),
        Shown = show && HasReport(record) ? record.Id : Shown == record.Id && !HasReport(record) ? null : Shown,
    };

    /// <summary>Whether a verdict has a report. A missing cell is shown on the board instead.</summary>
    public static bool HasReport(ExerciseRecord record) => record.Begun || (record.Notes.Count > 0 && !record.CellMissing);

    /// <summary>Whether a part needs only one line: all of it passes, or it does not count yet.</summary>
    public bool IsFolded(CoursePart part) => !AllParts && (!Parts.Contains(part) || (Parts.Count > 1 && IsPassed(part)));

    /// <summary>Whether all exercises of a part pass. Asked about part one first, so that part two is only loaded after it.</summary>
    public bool IsPassed(CoursePart part) => part.Exercises.All(e => StateOf(e) is ExerciseState.Passed);

    /// <summary>Whether a verdict is on an exercise that is not in part one. Loads no other part.</summary>
    public static bool IsBeyondPartOne(ExerciseRecord record) => record.Id != Course.WarmUp.Id && Course.PartOne.Exercises.All(e => e.Id != record.Id);

    private bool BegunBeyondPartOne => Records.Values.Any(r => r.Begun && IsBeyondPartOne(r));

    private IEnumerable<ExerciseRecord> Verdicts => Exercises.Select(e => Records.GetValueOrDefault(e.Id)).OfType<ExerciseRecord>();

    private bool WarmUpLeft => StateOf(Course.WarmUp) is not ExerciseState.Passed && !Verdicts.Any(r => r.Begun);
}

/// <summary>The learner's state in one exercise.</summary>
internal enum ExerciseState
{
    /// <summary>The cell is as it was handed out.</summary>
    NotAttempted,

    /// <summary>The notebook has no cell that could hold the answer.</summary>
    CellMissing,

    /// <summary>The cell was changed but cannot be judged yet. A half-written line is not a failure.</summary>
    InProgress,

    /// <summary>A requirement is not met.</summary>
    Failing,
    Passed,
}
