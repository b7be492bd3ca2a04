using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.RequestLog;

/// <summary>A learner's logged call in this process.</summary>
/// <param name="call">The function.</param>
public sealed class LocalLoggedCall(Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> call) : ILoggedCall, IFromCell
{
    Module IFromCell.Cell => call.Method.Module;

    public Task<string?> CallAsync(
        string requestId, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default) =>
        LearnerCode.AwaitAsync<string?>(() => call(requestId, request, llm, LogCollector.Of(log))!, cancellationToken);
}
