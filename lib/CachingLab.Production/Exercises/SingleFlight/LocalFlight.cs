using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;

namespace CachingLab.Production.Exercises.SingleFlight;

/// <summary>Makes a learner's single flights in this process.</summary>
public sealed class LocalFlightMaker(Func<Func<string, Func<CancellationToken, Task<string>>, CancellationToken, Task<string>>> create) : IFlightMaker, IFromCell
{
    Module IFromCell.Cell => create.Method.Module;

    public Task<ITestedFlight> CreateAsync(CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync<ITestedFlight>(() => new LocalFlight(create()), cancellationToken);
}

/// <summary>A learner's single flight in this process.</summary>
internal sealed class LocalFlight(Func<string, Func<CancellationToken, Task<string>>, CancellationToken, Task<string>> ask) : ITestedFlight
{
    private readonly List<FlightCaller> started = [];

    public Task StartAsync(string key, IAskedModel model, int callers, bool together, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => Start(callers, together, token => ask(key, model.AskAsync, token)), cancellationToken);

    public Task LeaveAsync(int caller, CancellationToken cancellationToken = default) =>
        LearnerCode.RunAsync(() => Leave(started[caller]), cancellationToken);

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

    private bool Start(int callers, bool together, Func<CancellationToken, Task<string>> call)
    {
        started.AddRange(together ? FlightCaller.Together(callers, call) : FlightCaller.Start(callers, call));
        return true;
    }

    private static bool Leave(FlightCaller caller)
    {
        caller.Leave();
        return true;
    }
}
