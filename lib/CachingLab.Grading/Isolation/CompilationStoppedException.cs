namespace CachingLab.Grading.Isolation;

/// <summary>A cell was too much for the compiler, which was ended for it or ended itself.</summary>
/// <param name="reason">What it ran into.</param>
/// <param name="cell">The cell's id; null when the compiler had not come to any.</param>
/// <param name="problem">What to tell the cell's author.</param>
public sealed class CompilationStoppedException(SandboxEndReason reason, string? cell, string problem)
    : Exception($"{(cell is null ? "your code" : $"cell {cell}")}: {problem}")
{
    /// <summary>What it ran into.</summary>
    public SandboxEndReason Reason => reason;

    /// <summary>What to tell the cell's author.</summary>
    public string Problem => problem;

    /// <summary>The cell's id; null when the compiler had not come to any.</summary>
    public string? Cell => cell;
}
