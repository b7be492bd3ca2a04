namespace CachingLab.Exercises.ExtendedKey;

/// <summary>How long a model of the future may think.</summary>
public enum FutureEffort
{
    None = 0,
    Low = 1,
    High = 2,
}
