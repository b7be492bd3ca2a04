using CachingLab.Checks;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab;

/// <summary>The check cells: each hands a learner's answer to the exam and shows the report. Nothing here throws in a notebook. Each exercise adds its own.</summary>
public static partial class Check
{
    /// <summary>Where the work goes: to the exam in this process, unless a grader has set another host before the first cell.</summary>
    public static ICheckHost Host { get; internal set; } = new NotebookHost();

    /// <summary>The lab's checkpoint: makes one request twice through both functions, shows the log, and looks for a hit and a request line in it.</summary>
    public static Task CheckpointAsync(
        Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall,
        Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> cachedCall) =>
        Host is NotebookHost ? new Checkpoint(loggedCall, cachedCall).RunAsync() : Task.CompletedTask;

    // Runs on the thread pool, so that waiting for the exam cannot deadlock in the engine's synchronization context.
    private static void Hand<TWork>(Exercise<TWork> exercise, TWork work, Delegate answer) =>
        Task.Run(() => Host.HandAsync(exercise, work, answer)).GetAwaiter().GetResult();
}
