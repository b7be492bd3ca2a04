// answer: right
// style: a ConcurrentDictionary of Lazy tasks, counts by compare and exchange
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private readonly ConcurrentDictionary<string, Flight> flights = new(StringComparer.Ordinal);

    public async Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        while (true)
        {
            Flight flight = flights.GetOrAdd(key, _ => new Flight());
            if (!flight.TryJoin())
            {
                // Over, and about to go: do not wait for who removes it.
                flights.TryRemove(new KeyValuePair<string, Flight>(key, flight));
                continue;
            }

            Task<string> answer = flight.Begin(() => FlyAsync(key, flight, ask)).Value;
            try
            {
                return await answer.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                if (flight.IsLeftByLast())
                {
                    flights.TryRemove(new KeyValuePair<string, Flight>(key, flight));
                    flight.Source.Cancel();
                }

                throw;
            }
        }
    }

    private async Task<string> FlyAsync(string key, Flight flight, Func<CancellationToken, Task<string>> ask)
    {
        try
        {
            return await ask(flight.Source.Token);
        }
        finally
        {
            flight.Close();
            flights.TryRemove(new KeyValuePair<string, Flight>(key, flight));
        }
    }

    private sealed class Flight
    {
        private const int Closed = -1_000_000;
        private int callers;
        private Lazy<Task<string>> answer;

        public readonly CancellationTokenSource Source = new();

        public Lazy<Task<string>> Begin(Func<Task<string>> fly)
        {
            Interlocked.CompareExchange(ref answer, new Lazy<Task<string>>(() => Task.Run(fly)), null);
            return answer;
        }

        public bool TryJoin()
        {
            int seen = Volatile.Read(ref callers);
            while (seen >= 0)
            {
                int before = Interlocked.CompareExchange(ref callers, seen + 1, seen);
                if (before == seen)
                    return true;
                seen = before;
            }

            return false;
        }

        public bool IsLeftByLast() => Interlocked.Decrement(ref callers) == 0 && Interlocked.CompareExchange(ref callers, Closed, 0) == 0;

        public void Close() => Interlocked.Add(ref callers, Closed);
    }
}
