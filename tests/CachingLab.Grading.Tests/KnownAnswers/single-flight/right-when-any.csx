// answer: right
// style: Task.WhenAny of the flight and a delay that the caller's token ends; the last one forgets only when the call stops
// misses: no-cancelled-flight
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

class SingleFlight
{
    private readonly Dictionary<string, (Task<string> Task, CancellationTokenSource Source, int[] Callers)> open = [];

    public async Task<string> AskAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        (Task<string> Task, CancellationTokenSource Source, int[] Callers) mine;
        lock (open)
        {
            if (!open.TryGetValue(key, out mine))
            {
                var source = new CancellationTokenSource();
                mine = (Fly(), source, new int[1]);
                open[key] = mine;

                async Task<string> Fly()
                {
                    await Task.Yield();
                    try { return await ask(source.Token); }
                    finally { lock (open) open.Remove(key); }
                }
            }

            mine.Callers[0]++;
        }

        await Task.WhenAny(mine.Task, Task.Delay(Timeout.Infinite, cancellationToken));
        if (mine.Task.IsCompleted)
            return await mine.Task;
        lock (open)
        {
            if (--mine.Callers[0] > 0)
                cancellationToken.ThrowIfCancellationRequested();
        }

        mine.Source.Cancel();
        throw new OperationCanceledException(cancellationToken);
    }
}
