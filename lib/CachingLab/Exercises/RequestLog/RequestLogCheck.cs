using CachingLab.Exercises.RequestLog;
using Microsoft.Extensions.Logging;

namespace CachingLab;

public static partial class Check
{
    public static Task RequestLogAsync(Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall) =>
        Host.HandAsync(RequestLogExercise.Exercise, new LocalLoggedCall(loggedCall), loggedCall);
}
