// answer: hostile
// ends: timeout
// attack: Blocks each caller's thread, and its own, for ever
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private static readonly ManualResetEventSlim Never = new();

    public Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        Never.Wait();
        return ask(cancellationToken);
    }
}
