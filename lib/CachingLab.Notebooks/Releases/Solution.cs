namespace CachingLab.Notebooks.Releases;

/// <summary>The solved exercise cells of <c>solutions/</c>.</summary>
public static class Solution
{
    /// <summary>A solved cell's text without marker lines and stub lines, for a learner to read and paste.</summary>
    public static string Text(Cell cell) => SolutionBlocks.ToSolution(cell.Source);
}
