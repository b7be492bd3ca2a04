using CachingLab.Checks;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab;

/// <summary>The check cells: each hands a learner's answer to the exam and shows the report. Nothing here throws in a notebook. Each exercise adds its own.</summary>
public static partial class Check
{
    /// <summary>Where the work goes: examined here, unless a grader took this place before the first cell ran.</summary>
    public static ICheckHost Host { get; internal set; } = new NotebookHost();

    /// <summary>The lab's checkpoint: one request asked twice through both functions; shows the log and confirms a hit and a request line from its entries.</summary>
    public static Task CheckpointAsync(
        Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall,
        Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> cachedCall) =>
        Host is NotebookHost ? new Checkpoint(loggedCall, cachedCall).RunAsync() : Task.CompletedTask;

    // On the pool: whatever context the engine runs a cell in, waiting for the exam cannot lock it.
    private static void Hand<TWork>(Exercise<TWork> exercise, TWork work) =>
        Task.Run(() => Host.HandAsync(exercise, work)).GetAwaiter().GetResult();
}
