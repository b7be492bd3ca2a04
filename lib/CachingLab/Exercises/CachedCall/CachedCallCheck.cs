using CachingLab.Exercises.CachedCall;
using Microsoft.Extensions.Logging;

namespace CachingLab;

public static partial class Check
{
    public static Task CachedCallAsync(Func<ILlmCache, LlmRequest, ILlmClient, ILogger, Task<string>> cachedCall) =>
        Host.HandAsync(CachedCallExercise.Exercise, new LocalCachedCall(cachedCall), cachedCall);
}
