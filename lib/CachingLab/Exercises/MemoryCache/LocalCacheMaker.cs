using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.MemoryCache;

/// <summary>Makes a learner's memory caches in this process.</summary>
/// <param name="create">Calls the constructor.</param>
public sealed class LocalCacheMaker(Func<ILlmCache> create) : ICacheMaker, IFromCell
{
    Module IFromCell.Cell => create.Method.Module;

    public Task<ITestedCache> CreateAsync(CancellationToken cancellationToken = default) => LocalCache.CreateAsync(create, cancellationToken);
}
