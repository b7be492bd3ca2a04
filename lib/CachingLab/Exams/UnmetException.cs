namespace CachingLab.Exams;

public sealed class UnmetException(Counterexample counterexample) : Exception(counterexample.ToString())
{
    public Counterexample Counterexample { get; } = counterexample;
}
