// answer: right
// style: a completion source for each caller, none of them awaits the flight
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private sealed class Flight
    {
        public readonly List<TaskCompletionSource<string>> Waiting = new();
        public readonly CancellationTokenSource Source = new();
    }

    private readonly object gate = new();
    private readonly Dictionary<string, Flight> flights = new();

    public Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Flight flight;
        bool first;
        lock (gate)
        {
            first = !flights.TryGetValue(key, out flight);
            if (first)
                flights.Add(key, flight = new Flight());
            flight.Waiting.Add(mine);
        }

        CancellationTokenRegistration leaving = cancellationToken.Register(() => Leave(key, flight, mine, cancellationToken));
        mine.Task.ContinueWith(_ => leaving.Dispose(), TaskScheduler.Default);
        if (first)
            _ = RunAsync(key, flight, ask);
        return mine.Task;
    }

    private void Leave(string key, Flight flight, TaskCompletionSource<string> mine, CancellationToken token)
    {
        bool last = false;
        lock (gate)
        {
            if (flight.Waiting.Remove(mine) && flight.Waiting.Count == 0)
            {
                last = true;
                if (flights.TryGetValue(key, out Flight current) && current == flight)
                    flights.Remove(key);
            }
        }

        if (last)
            flight.Source.Cancel();
        mine.TrySetCanceled(token);
    }

    private async Task RunAsync(string key, Flight flight, Func<CancellationToken, Task<string>> ask)
    {
        try
        {
            string answer = await ask(flight.Source.Token);
            foreach (TaskCompletionSource<string> waiting in Close(key, flight))
                waiting.TrySetResult(answer);
        }
        catch (Exception error)
        {
            foreach (TaskCompletionSource<string> waiting in Close(key, flight))
                waiting.TrySetException(error);
        }
    }

    private TaskCompletionSource<string>[] Close(string key, Flight flight)
    {
        lock (gate)
        {
            if (flights.TryGetValue(key, out Flight current) && current == flight)
                flights.Remove(key);
            TaskCompletionSource<string>[] all = flight.Waiting.ToArray();
            flight.Waiting.Clear();
            return all;
        }
    }
}
