// answer: hostile
// ends: blocked, timeout
// attack: Makes call after call at the exam's model and awaits none of them
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    public Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        while (true)
            ask(cancellationToken);
    }
}
