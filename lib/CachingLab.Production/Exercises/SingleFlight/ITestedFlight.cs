using CachingLab.Exams;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>Makes instances of a learner's single flight.</summary>
public interface IFlightMaker
{
    /// <exception cref="AnswerException">The learner's constructor threw.</exception>
    Task<ITestedFlight> CreateAsync(CancellationToken cancellationToken = default);
}

/// <summary>One instance of a learner's single flight, and its callers, who are numbered from 0 as they start.</summary>
public interface ITestedFlight
{
    /// <summary>Starts callers. Returns when each has been given its task.</summary>
    /// <param name="together">Whether each starts from a thread of its own, all at the same moment.</param>
    Task StartAsync(string key, IAskedModel model, int callers, bool together, CancellationToken cancellationToken = default);

    /// <summary>Cancels a caller's token. Returns when all who had registered with the token have been told.</summary>
    Task LeaveAsync(int caller, CancellationToken cancellationToken = default);

    /// <summary>Lets what is under way go on, and then looks who is still waiting.</summary>
    /// <returns>The numbers of the callers whose wait has not ended.</returns>
    Task<IReadOnlyList<int>> WaitingAsync(CancellationToken cancellationToken = default);

    /// <exception cref="AnswerException">The wait ended with an exception.</exception>
    Task<string?> EndAsync(int caller, CancellationToken cancellationToken = default);

    /// <summary>Lets many flights come and go, and counts the keys that are still in memory.</summary>
    /// <param name="flights">How many flights, each with a key of its own.</param>
    Task<int> CountKeptAsync(int flights, FlightEnd end, CancellationToken cancellationToken = default);
}

/// <summary>What callers ask: the exam's model.</summary>
public interface IAskedModel
{
    /// <param name="cancellationToken">The call's token, which the learner's code makes.</param>
    Task<string> AskAsync(CancellationToken cancellationToken);
}
