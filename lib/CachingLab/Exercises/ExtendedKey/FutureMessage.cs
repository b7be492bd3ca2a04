namespace CachingLab.Exercises.ExtendedKey;

/// <summary>One turn of a conversation that a request of the future carries.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Text">What is said.</param>
public sealed record FutureMessage(string Role, string Text)
{
    /// <summary>Names of the files that come with it, in order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
