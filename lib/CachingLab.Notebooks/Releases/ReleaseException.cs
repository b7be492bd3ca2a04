namespace CachingLab.Notebooks.Releases;

/// <summary>A solved notebook cannot be released: its markers are not in order.</summary>
/// <param name="problems">Each with notebook, cell and line.</param>
public sealed class ReleaseException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>What is wrong, a line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
