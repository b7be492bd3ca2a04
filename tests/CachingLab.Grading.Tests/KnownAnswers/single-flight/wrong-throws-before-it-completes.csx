// answer: wrong
// fails: failure-reaches-all
// misconception: Starts the call before it thinks of those who wait: when ask throws at once, they wait forever
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
        bool begins = false;
        lock (flights)
        {
            if (!flights.TryGetValue(key, out flight))
            {
                flights[key] = flight = new Flight();
                begins = true;
            }

            flight.Callers++;
        }

        if (begins)
        {
            Task<string> running;
            try
            {
                running = ask(flight.Leaving.Token);
            }
            catch
            {
                lock (flights)
                    Forget(key, flight);
                throw;
            }

            _ = EndAsync(key, flight, running);
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

    private async Task EndAsync(string key, Flight flight, Task<string> running)
    {
        string answer = null;
        Exception failure = null;
        try
        {
            answer = await running;
        }
        catch (Exception error)
        {
            failure = error;
        }

        lock (flights)
            Forget(key, flight);
        if (failure is null)
            flight.Answer.SetResult(answer);
        else
            flight.Answer.SetException(failure);
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
