using CachingLab.Exams;
using CachingLab.Exercises.Caches;

namespace CachingLab.Exercises.MemoryCache;

/// <summary>Makes instances of a learner's memory cache.</summary>
public interface ICacheMaker
{
    /// <summary>A new instance.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's constructor threw.</exception>
    Task<ITestedCache> CreateAsync(CancellationToken cancellationToken = default);
}
