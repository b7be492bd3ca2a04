namespace CachingLab.Bench;

/// <summary>Measured times in seconds, in the order they were taken.</summary>
/// <param name="Seconds">The times.</param>
internal sealed record Times(IReadOnlyList<double> Seconds)
{
    public int Count => Seconds.Count;

    public double First => Seconds[0];

    public double Median => At(0.5);

    public double Percentile95 => At(0.95);

    public double Longest => Seconds.Max();

    // The nearest rank: a time that was measured, none in between.
    private double At(double share) => Seconds.Order().ElementAt((int)Math.Ceiling(share * Seconds.Count) - 1);
}
