using System.Globalization;
using CachingLab.Answers;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.RequestLog;

/// <summary>A learner's logged call, as the exam sees it.</summary>
public interface ILoggedCall
{
    Task<string?> CallAsync(
        string requestId, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default);

    /// <summary>Makes many calls, one after another, where the learner's code runs.</summary>
    /// <param name="request">The request; each call has an id of its own.</param>
    /// <returns>How many entries with the right name and level they logged.</returns>
    /// <exception cref="AnswerException">The learner's code is not written yet.</exception>
    Task<int> EntriesAsync(LlmRequest request, int count, bool failing, CancellationToken cancellationToken = default);
}

/// <summary>A learner's logged call in this process.</summary>
public sealed class LocalLoggedCall(Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> call) : ILoggedCall
{
    public Task<string?> CallAsync(
        string requestId, LlmRequest request, ILlmClient llm, ILogSink log, CancellationToken cancellationToken = default) =>
        LearnerCode.AwaitAsync<string?>(() => call(requestId, request, llm, LogCollector.Of(log))!, cancellationToken);

    public Task<int> EntriesAsync(LlmRequest request, int count, bool failing, CancellationToken cancellationToken = default) =>
        LearnerCode.AwaitAsync(() => EntriesAsync(request, count, failing), cancellationToken);

    private async Task<int> EntriesAsync(LlmRequest request, int count, bool failing)
    {
        var log = new LogCollector();
        var llm = new ManyClient(failing);
        for (int i = 0; i < count; i++)
        {
            try
            {
                await call(string.Create(CultureInfo.InvariantCulture, $"req-{i}"), request, llm, log);
            }
            catch (Exception e) when (e is not NotImplementedException)
            {
                // Another requirement checks what is thrown.
            }
        }

        (string name, LogLevel level) = failing ? (LoggedTrials.Failed, LogLevel.Warning) : (LoggedTrials.Ok, LogLevel.Information);
        return log.Named(name).Count(e => e.Level == level);
    }

    private sealed class ManyClient(bool failing) : ILlmClient
    {
        public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default) =>
            failing ? Task.FromException<string>(new HttpRequestException("no route to the model")) : Task.FromResult("Yes.");
    }
}
