namespace CachingLab.Grading.Reports;

/// <summary>The median of a class, and what else divides it.</summary>
internal static class Quantile
{
    /// <summary>The number that a share of the sorted ones lies below. Between two numbers it is interpolated.</summary>
    /// <param name="sorted">At least one number, in ascending order.</param>
    /// <param name="share">The share, from 0 to 1.</param>
    public static double Of(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
