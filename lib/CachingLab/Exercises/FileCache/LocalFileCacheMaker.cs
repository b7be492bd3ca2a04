using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.FileCache;

/// <summary>Opens a learner's file caches in this process.</summary>
public sealed class LocalFileCacheMaker(Func<string, ILlmCache> open) : IFileCacheMaker, IFromCell
{
    Module IFromCell.Cell => open.Method.Module;

    public Task<ITestedCache> OpenAsync(string path, CancellationToken cancellationToken = default) =>
        LocalCache.CreateAsync(() => open(path), cancellationToken);
}
