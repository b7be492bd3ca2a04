namespace CachingLab.Notebooks.Answers;

/// <summary>A submission made ready to be graded.</summary>
/// <param name="Recognized">Whether any cell is one of the course's, or an answer; if not, the notebook is no copy of the pristine one.</param>
/// <param name="Program">The code cells to run, in order.</param>
/// <param name="Exercises">The exercises of the pristine notebook, in order.</param>
/// <param name="Notes">What was repaired in the notebook at large, a line each, for the learner.</param>
public sealed record Extraction(
    bool Recognized, IReadOnlyList<ProgramCell> Program, IReadOnlyList<ExerciseAnswer> Exercises, IReadOnlyList<string> Notes);
