namespace CachingLab.Grading.Submissions;

/// <summary>The notebooks that a call's arguments name, in the order of arguments and paths. Disposal closes the open zips.</summary>
public sealed class SubmissionSet : IDisposable
{
    private readonly List<IDisposable> archives = [];

    internal SubmissionSet()
    {
    }

    public IReadOnlyList<FoundSubmission> Submissions { get; private set; } = [];

    public void Dispose() => archives.ForEach(a => a.Dispose());

    /// <summary>Opens an archive that is closed with this set.</summary>
    internal T Open<T>(Func<T> open)
        where T : IDisposable
    {
        T archive = open();
        archives.Add(archive);
        return archive;
    }

    internal void Add(IEnumerable<FoundSubmission> found) =>
        Submissions = [.. Submissions.Concat(found).OrderBy(s => s.Argument).ThenBy(s => s.Path, StringComparer.Ordinal)];
}
