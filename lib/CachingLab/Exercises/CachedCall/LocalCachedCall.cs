using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.CachedCall;

/// <summary>A learner's cached call in this process.</summary>
/// <param name="call">The function.</param>
public sealed class LocalCachedCall(Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> call) : ICachedCall, IFromCell
{
    Module IFromCell.Cell => call.Method.Module;

    public Task<string?> CallAsync(
        ILlmCache cache, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default) =>
        LearnerCode.AwaitAsync<string?>(() => call(cache, request, llm, LogCollector.Of(log))!, cancellationToken);
}
