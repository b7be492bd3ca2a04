// answer: wrong
// fails: one-call-for-all
// misconception: Lets the callers of a key pass one after another: none waits for a shared answer, each makes its own call
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();

    public async Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        SemaphoreSlim gate = gates.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await ask(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }
}
