namespace CachingLab.Grading.Submissions;

/// <summary>The notebooks that a call's arguments name, in the order of arguments and paths. Disposal closes the open zips.</summary>
public sealed class SubmissionSet : IDisposable
{
    private readonly List<IDisposable> archives = [];
    private readonly List<FoundSubmission> submissions = [];

    internal SubmissionSet()
    {
    }

    public IReadOnlyList<FoundSubmission> Submissions => submissions;

    public void Dispose() => archives.ForEach(a => a.Dispose());

    /// <summary>Opens an archive that is closed with this set.</summary>
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
