// answer: wrong
// fails: failure-reaches-all
// misconception: Hands on task.Exception, which is an AggregateException around the failure
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
                Task.Run(() => ask(begun.Leaving.Token)).ContinueWith(done => End(key, begun, done), TaskScheduler.Default);
            }

            flight.Callers++;
        }

        try
        {
            return await flight.Answer.Task.WaitAsync(cancellationToken);
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

    private void End(string key, Flight flight, Task<string> done)
    {
        lock (flights)
            Forget(key, flight);
        if (done.Exception is not null)
            flight.Answer.SetException(done.Exception);
        else if (done.IsCanceled)
            flight.Answer.SetCanceled();
        else
            flight.Answer.SetResult(done.Result);
    }

    private void Forget(string key, Flight flight)
    {
        if (flights.GetValueOrDefault(key) == flight)
            flights.Remove(key);
    }

    private class Flight
    {
        public readonly TaskCompletionSource<string> Answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Callers;
        public readonly CancellationTokenSource Leaving = new();
    }
}
