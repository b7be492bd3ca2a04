using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Runs cells for the parent, and lets it call the work that they hand over.</summary>
internal sealed class CellWorker(Connection parent) : IWorker
{
    public Task WarmUpAsync()
    {
        Warmup.Do(parent);
        return Task.CompletedTask;
    }

    public Task RunAsync(CellProgram program, ICellObserver observer)
    {
        ProgramRunner.RunAll(program, observer);
        return Task.CompletedTask;
    }

    public Task<HandOver> HandOverAsync(CellProgram program, string exercise)
    {
        var host = new GradingHost(exercise);
        Check.Host = host;
        IReadOnlyList<ThrownInCell> thrown = ProgramRunner.RunToHandOver(program, host);
        if (host.Work is { } work && parent.Export(work, host.WorkType!) != IWorker.Work)
            throw new InvalidOperationException("something else was handed over before the work");
        return Task.FromResult(new HandOver(host.Work is not null, thrown));
    }

    public Task PlaceAsync(string path, ReadOnlyMemory<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content.Span);
        return Task.CompletedTask;
    }
}
