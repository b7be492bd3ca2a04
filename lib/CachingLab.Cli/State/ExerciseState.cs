namespace CachingLab.Cli.State;

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
