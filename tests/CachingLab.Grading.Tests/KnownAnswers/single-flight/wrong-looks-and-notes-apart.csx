// answer: wrong
// fails: one-call-on-many-threads
// misconception: Locks the look and locks the note, and makes the flight's name between the two
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
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
            if (flights.TryGetValue(key, out flight))
                flight.Callers++;
        }

        if (flight is null)
        {
            flight = new Flight { Callers = 1, Name = NameOf(key) };
            flight.Answer = FlyAsync(key, flight, ask);
            lock (flights)
                flights[key] = flight;
            flight.Noted.SetResult();
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
        await flight.Noted.Task;
        try
        {
            return await ask(flight.Leaving.Token);
        }
        finally
        {
            lock (flights)
                Forget(key, flight);
        }
    }

    // For traces, and slow to guess from; a millisecond is enough for other threads to look too.
    private static string NameOf(string key) => Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(key, new byte[16], 2_000, HashAlgorithmName.SHA256, 8));

    private void Forget(string key, Flight flight)
    {
        if (flights.GetValueOrDefault(key) == flight)
            flights.Remove(key);
    }

    private class Flight
    {
        public Task<string> Answer;
        public int Callers;
        public string Name;
        public readonly TaskCompletionSource Noted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public readonly CancellationTokenSource Leaving = new();
    }
}
