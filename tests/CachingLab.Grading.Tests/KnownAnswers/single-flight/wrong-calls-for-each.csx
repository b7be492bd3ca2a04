// answer: wrong
// fails: one-call-for-all
// misconception: Answers each caller with a call of its own: correct, and paid for a hundred times
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    public async Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken) => await ask(cancellationToken);
}
