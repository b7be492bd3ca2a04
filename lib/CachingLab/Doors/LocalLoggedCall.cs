using System.Reflection;
using System.Reflection.Metadata;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Doors;

/// <summary>A learner's logged call in this process.</summary>
/// <param name="call">The function.</param>
public sealed class LocalLoggedCall(Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> call) : ILoggedCall, IFromCell
{
    Module IFromCell.Cell => call.Method.Module;

    /// <exception cref="NotRunException">The compiled code is out of reach, as that of some dynamic assemblies is.</exception>
    public ClockUse Clocks => ClocksOf(call.Method.Module.Assembly);

    public Task<string?> CallAsync(
        string requestId, LlmRequest request, ILlmClient llm, LogCollector log, CancellationToken cancellationToken = default) =>
        LearnerCode.AwaitAsync<string?>(() => call(requestId, request, llm, log)!, cancellationToken);

    private static unsafe ClockUse ClocksOf(Assembly assembly)
    {
        if (assembly.TryGetRawMetadata(out byte* start, out int length))
            return ClockReader.Read(new MetadataReader(start, length));
        if (!assembly.IsDynamic && File.Exists(assembly.Location))
        {
            using FileStream file = File.OpenRead(assembly.Location);
            return ClockReader.Read(file);
        }

        throw new NotRunException("the compiled code of your cell could not be read in this notebook engine; ./lab grade judges it") { ByGrader = true };
    }
}
