using CachingLab.Grading.Submissions.Layouts;

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

    /// <summary>Adds an argument's submissions.</summary>
    /// <param name="argument">The argument's index.</param>
    /// <param name="from">Its name when several were given.</param>
    /// <param name="found">The submissions.</param>
    /// <param name="handedIn">Whether learners handed them in; a single file named alone is the caller's own.</param>
    internal void Add(int argument, string? from, IReadOnlyList<FoundSubmission> found, bool handedIn = true) => submissions.AddRange(
        (handedIn ? LearnerLayouts.Name(found, from) : found)
            .OrderBy(s => s.Path, StringComparer.Ordinal).Select(s => s with { Argument = argument, From = from }));
}
