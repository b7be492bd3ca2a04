using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Runs;

/// <summary>The outcome of one cell in a run.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Outputs">What it printed, showed and returned, in order.</param>
/// <param name="Problem">Why it failed, with line and column where known, or null.</param>
public sealed record CellRun(string Cell, IReadOnlyList<CellOutput> Outputs, CellProblem? Problem);
