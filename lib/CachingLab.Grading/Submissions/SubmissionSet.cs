namespace CachingLab.Grading.Submissions;

/// <summary>The notebooks that the arguments of a call mean, in the order of arguments and paths; zips stay open until it is disposed.</summary>
public sealed class SubmissionSet : IDisposable
{
    private readonly List<IDisposable> archives = [];
    private readonly List<FoundSubmission> submissions = [];

    internal SubmissionSet()
    {
    }

    /// <summary>The notebooks.</summary>
    public IReadOnlyList<FoundSubmission> Submissions => submissions;

    public void Dispose() => archives.ForEach(a => a.Dispose());

    /// <summary>Opens an archive that stays open as long as the set.</summary>
    internal T Open<T>(Func<T> open)
        where T : IDisposable
    {
        T archive = open();
        archives.Add(archive);
        return archive;
    }

    internal void Add(int argument, string? from, IEnumerable<FoundSubmission> found) => submissions.AddRange(
        found.OrderBy(s => s.Path, StringComparer.Ordinal).Select(s => s with { Argument = argument, From = from }));
}
