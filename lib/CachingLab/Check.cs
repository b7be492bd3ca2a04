using CachingLab.Doors;
using CachingLab.Exams;
using CachingLab.Exercises;
using Microsoft.Extensions.Logging;

namespace CachingLab;

/// <summary>The check cells: each hands a learner's answer to the exam and shows the report. Nothing here throws in a notebook.</summary>
public static class Check
{
    /// <summary>Where the work goes: examined here, unless a grader took this place before the first cell ran.</summary>
    public static ICheckDoor Door { get; internal set; } = new NotebookDoor();

    public static void CacheKey(Func<LlmRequest, string> makeCacheKey) => Hand(CacheKeyExercise.Exercise, new LocalKeyMaker(makeCacheKey));

    public static void MemoryCache(Func<ILlmCache> create) => Hand(MemoryCacheExercise.Exercise, new LocalCacheMaker(create));

    /// <summary>Gives the cache paths in a temporary folder, which is gone afterwards.</summary>
    public static void FileCache(Func<string, ILlmCache> open) =>
        Hand(FileCacheExercise.Exercise, new LocalFileCacheMaker(open));

    public static Task RequestLogAsync(Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall) =>
        Door.HandAsync(RequestLogExercise.Exercise, new LocalLoggedCall(loggedCall));

    public static Task CachedCallAsync(Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> cachedCall) =>
        Door.HandAsync(CachedCallExercise.Exercise, new LocalCachedCall(cachedCall));

    public static void ExtendedKey(Func<LlmRequest, string> makeCacheKey) =>
        Hand(ExtendedKeyExercise.Exercise, new LocalKeyMaker(makeCacheKey));

    public static void ShouldCache(Func<LlmRequest, bool> shouldCache) =>
        Hand(ShouldCacheExercise.Exercise, new LocalCachePolicy(shouldCache));

    /// <summary>The lab's checkpoint: one request asked twice through both functions; shows the log and confirms a hit and a request line from its entries.</summary>
    public static Task CheckpointAsync(
        Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall,
        Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> cachedCall) =>
        Door is NotebookDoor ? new Checkpoint(loggedCall, cachedCall).RunAsync() : Task.CompletedTask;

    // On the pool: whatever context the engine runs a cell in, waiting for the exam cannot lock it.
    private static void Hand<TWork>(Exercise<TWork> exercise, TWork work) =>
        Task.Run(() => Door.HandAsync(exercise, work)).GetAwaiter().GetResult();
}
