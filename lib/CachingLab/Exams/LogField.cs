namespace CachingLab.Exams;

/// <summary>One structured field of a log entry.</summary>
/// <param name="Name">Its name as the learner wrote it.</param>
/// <param name="Value">A <see cref="double"/> for any number, a <see cref="bool"/>, null, or text.</param>
public sealed record LogField(string Name, object? Value)
{
    /// <summary>Whether <paramref name="name"/> names this field: case and underscores do not count.</summary>
    public bool IsNamed(string name) =>
        string.Equals(Plain(Name), Plain(name), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
