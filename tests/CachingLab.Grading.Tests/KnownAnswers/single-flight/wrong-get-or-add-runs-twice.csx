// answer: wrong
// fails: one-call-on-many-threads, asks-anew-after-failure, last-one-cancels
// misconception: Believes that ConcurrentDictionary.GetOrAdd runs its factory once: two threads may both run it
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private readonly ConcurrentDictionary<string, Task<string>> flights = new(StringComparer.Ordinal);

    public Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken) =>
        flights.GetOrAdd(key, _ => FlyAsync(key, ask)).WaitAsync(cancellationToken);

    private async Task<string> FlyAsync(string key, Func<CancellationToken, Task<string>> ask)
    {
        try
        {
            return await ask(CancellationToken.None);
        }
        finally
        {
            flights.TryRemove(key, out _);
        }
    }
}
