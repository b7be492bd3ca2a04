namespace CachingLab.Exams;

/// <summary>Thrown by a requirement that is not met.</summary>
public sealed class UnmetException(Counterexample counterexample) : Exception(counterexample.ToString())
{
    public Counterexample Counterexample { get; } = counterexample;
}
