// answer: right
// style: a SemaphoreSlim around the dictionary, never held while the model works
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private record Flight(CancellationTokenSource Source)
    {
        public Task<string> Task { get; set; }
        public int Waiting { get; set; }
    }

    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<string, Flight> flights = new();

    public async Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        Flight flight;
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!flights.TryGetValue(key, out flight))
            {
                flight = new Flight(new CancellationTokenSource());
                flights.Add(key, flight);
                flight.Task = FlyAsync(key, flight, ask);
            }

            flight.Waiting++;
        }
        finally
        {
            gate.Release();
        }

        try
        {
            return await flight.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            gate.Wait(CancellationToken.None);
            bool last = --flight.Waiting == 0;
            if (last && flights.TryGetValue(key, out Flight current) && ReferenceEquals(current, flight))
                flights.Remove(key);
            gate.Release();
            if (last)
                flight.Source.Cancel();
            throw;
        }
    }

    private async Task<string> FlyAsync(string key, Flight flight, Func<CancellationToken, Task<string>> ask)
    {
        await Task.Yield();
        try
        {
            return await ask(flight.Source.Token);
        }
        finally
        {
            await gate.WaitAsync();
            if (flights.TryGetValue(key, out Flight current) && ReferenceEquals(current, flight))
                flights.Remove(key);
            gate.Release();
        }
    }
}
