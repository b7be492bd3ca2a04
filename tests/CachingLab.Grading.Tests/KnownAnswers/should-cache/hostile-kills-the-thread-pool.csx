// answer: hostile
// ends: timeout
// attack: Blocks every thread of the pool, so that nothing asynchronous can go on
using System;
using System.Threading;
using System.Threading.Tasks;
using CachingLab;

bool ShouldCache(LlmRequest request)
{
    ThreadPool.SetMaxThreads(Environment.ProcessorCount, Environment.ProcessorCount);
    for (int i = 0; i < 1000; i++)
        Task.Run(() => Thread.Sleep(Timeout.Infinite));
    Thread.Sleep(Timeout.Infinite);
    return request.Temperature == 0.0 && request.SystemPrompt.Length + request.UserPrompt.Length <= 10_000;
}
