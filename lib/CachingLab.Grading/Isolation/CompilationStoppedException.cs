namespace CachingLab.Grading.Isolation;

/// <summary>Thrown when the compiler exceeded its limits or ended because of a cell.</summary>
/// <param name="reason">Why the compiler ended.</param>
/// <param name="cell">The cell's id; null when the compiler had not begun with any.</param>
/// <param name="problem">What to tell the cell's author.</param>
public sealed class CompilationStoppedException(SandboxEndReason reason, string? cell, string problem)
    : Exception($"{(cell is null ? "your code" : $"cell {cell}")}: {problem}")
{
    /// <summary>Why the compiler ended.</summary>
    public SandboxEndReason Reason => reason;

    /// <summary>What to tell the cell's author.</summary>
    public string Problem => problem;

    /// <summary>The cell's id; null when the compiler had not begun with any.</summary>
    public string? Cell => cell;
}
