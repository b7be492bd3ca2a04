using CachingLab.Exams;

namespace CachingLab.Doors;

/// <summary>Opens a learner's file caches in this process.</summary>
/// <param name="open">Calls the constructor with a path.</param>
/// <param name="folder">Where the exam's paths lie.</param>
public sealed class LocalFileCacheMaker(Func<string, ILlmCache> open, ExamFolder folder) : IFileCacheMaker
{
    public ExamFolder Folder { get; } = folder;

    public Task<ITestedCache> OpenAsync(string path, CancellationToken cancellationToken = default) =>
        LocalCache.CreateAsync(() => open(path), cancellationToken);
}
