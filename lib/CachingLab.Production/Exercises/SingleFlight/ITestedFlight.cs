using CachingLab.Answers;
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

/// <summary>The learner's <c>AskAsync</c>.</summary>
public delegate Task<string> FlightFunction(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken);

/// <summary>Makes a learner's single flights in this process.</summary>
public sealed class LocalFlightMaker(Func<FlightFunction> create) : IFlightMaker
{
    public Task<ITestedFlight> CreateAsync(CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync<ITestedFlight>(() => new LocalFlight(create()), cancellationToken);
}

/// <summary>A learner's single flight in this process.</summary>
internal sealed class LocalFlight(FlightFunction ask) : ITestedFlight
{
    private readonly List<FlightCaller> started = [];

    public Task StartAsync(string key, IAskedModel model, int callers, bool together, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => started.AddRange(Begin(callers, together, token => ask(key, model.AskAsync, token))), cancellationToken);

    public Task LeaveAsync(int caller, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => started[caller].Leave(), cancellationToken);

    public async Task<IReadOnlyList<int>> WaitingAsync(CancellationToken cancellationToken = default)
    {
        await Turns.YieldAsync();
        return [.. Enumerable.Range(0, started.Count).Where(i => !started[i].Waiting.IsCompleted)];
    }

    public async Task<string?> EndAsync(int caller, CancellationToken cancellationToken = default)
    {
        try
        {
            return await started[caller].Waiting.WaitAsync(cancellationToken);
        }
        catch (Exception e) when (started[caller].Waiting.IsCompleted)
        {
            throw new AnswerException(e);
        }
    }

    public Task<int> CountKeptAsync(int flights, FlightEnd end, CancellationToken cancellationToken = default) =>
        LearnerCode.AwaitAsync(() => KeptKeys.CountAsync(flights, end, ask), cancellationToken);

    private static FlightCaller[] Begin(int callers, bool together, Func<CancellationToken, Task<string>> call) =>
        together ? FlightCaller.Together(callers, call) : FlightCaller.Start(callers, call);
}
