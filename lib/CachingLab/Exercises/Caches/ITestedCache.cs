using CachingLab.Exams;

namespace CachingLab.Exercises.Caches;

/// <summary>One instance of a learner's cache, as the exam sees it.</summary>
public interface ITestedCache
{
    /// <summary>Calls <c>Get</c>.</summary>
    /// <param name="key">The key, which may be null on purpose.</param>
    Task<string?> GetAsync(string? key, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>Get</c> for every key, one after another.</summary>
    Task<IReadOnlyList<string?>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>Set</c>.</summary>
    /// <param name="key">The key, which may be null on purpose.</param>
    Task SetAsync(string? key, string? value, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>Set</c> for every entry of a series, from <paramref name="writers"/> threads that start together and share the entries out.</summary>
    /// <param name="writers">How many threads; 1 keeps the order.</param>
    /// <exception cref="AnswerException">The learner's code threw on one of the threads.</exception>
    Task SetManyAsync(EntrySeries series, int writers, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>Get</c> for every entry of a series again and again, from <paramref name="readers"/> threads that start together.</summary>
    /// <remarks>Collects garbage first, so that an entry behind a weak reference is lost.</remarks>
    /// <param name="times">How often each thread reads each entry.</param>
    /// <returns>How many of the calls returned something else than the entry's value.</returns>
    /// <exception cref="AnswerException">The learner's code threw on one of the threads.</exception>
    Task<int> CountLostAsync(EntrySeries series, int readers, int times, CancellationToken cancellationToken = default);
}
