// answer: wrong
// fails: flight-is-forgotten
// misconception: Keeps a good answer for the next caller: a cache without a policy and without an end
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private readonly Dictionary<string, Flight> flights = new(StringComparer.Ordinal);

    public async Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        Flight flight;
        lock (flights)
        {
            if (!flights.TryGetValue(key, out flight))
            {
                flights[key] = flight = new Flight();
                Flight begun = flight;
                flight.Answer = Task.Run(() => FlyAsync(key, begun, ask));
            }

            flight.Callers++;
        }

        try
        {
            return await flight.Answer.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            bool last;
            lock (flights)
            {
                last = --flight.Callers == 0;
                if (last)
                    Forget(key, flight);
            }

            if (last)
                flight.Leaving.Cancel();
            throw;
        }
    }

    private async Task<string> FlyAsync(string key, Flight flight, Func<CancellationToken, Task<string>> ask)
    {
        try
        {
            return await ask(flight.Leaving.Token);
        }
        catch
        {
            lock (flights)
                Forget(key, flight);
            throw;
        }
    }

    private void Forget(string key, Flight flight)
    {
        if (flights.GetValueOrDefault(key) == flight)
            flights.Remove(key);
    }

    private class Flight
    {
        public Task<string> Answer;
        public int Callers;
        public readonly CancellationTokenSource Leaving = new();
    }
}
