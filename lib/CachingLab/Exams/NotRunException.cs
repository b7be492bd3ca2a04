namespace CachingLab.Exams;

/// <summary>Thrown by a requirement that cannot be judged where it runs, such as one that needs a second process.</summary>
/// <param name="reason">Why, and where it is judged instead.</param>
public sealed class NotRunException(string reason) : Exception(reason)
{
    /// <summary>Whether <c>./lab grade</c> judges the requirement in any case.</summary>
    public bool ByGrader { get; init; }
}
