using CachingLab.Exercises;
using Microsoft.Extensions.Logging;

namespace CachingLab;

/// <summary>The check of this exercise.</summary>
public static partial class Check
{
    public static Task RequestLogAsync(Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall) =>
        Door.HandAsync(RequestLogExercise.Exercise, new LocalLoggedCall(loggedCall));
}
