// answer: wrong
// fails: one-call-for-all
// misconception: Locks the look and locks the note, and leaves a gap between the two
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private readonly Dictionary<string, Task<string>> flights = new();

    public async Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        Task<string> flight;
        lock (flights)
            flights.TryGetValue(key, out flight);
        if (flight is null)
        {
            flight = ask(CancellationToken.None);
            lock (flights)
                flights[key] = flight;
        }

        try
        {
            return await flight.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (flights)
                flights.Remove(key);
        }
    }
}
