using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>Opens instances of a learner's file cache.</summary>
public interface IFileCacheMaker
{
    /// <summary>Opens a new instance on <paramref name="path"/>.</summary>
    /// <param name="path">The file's full path inside <see cref="Exam.Folder"/>, or only its name within <see cref="ExamFolder.WorkInAsync"/>.</param>
    Task<ITestedCache> OpenAsync(string path, CancellationToken cancellationToken = default);
}

/// <summary>Opens a learner's file caches in this process.</summary>
public sealed class LocalFileCacheMaker(Func<string, ILlmCache> open) : IFileCacheMaker
{
    public Task<ITestedCache> OpenAsync(string path, CancellationToken cancellationToken = default) =>
        LocalCache.CreateAsync(() => open(path), cancellationToken);
}
