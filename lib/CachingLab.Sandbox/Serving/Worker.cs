using CachingLab.Sandbox.Calls;
using CachingLab.Sandbox.Protocol;
using CachingLab.Sandbox.Running;

namespace CachingLab.Sandbox.Serving;

/// <summary>Runs cells for the parent, and lets it call the work that they hand over.</summary>
/// <param name="parent">The conversation.</param>
internal sealed class Worker(Connection parent) : IWorker
{
    public Task WarmUpAsync()
    {
        Warming.Do(parent);
        return Task.CompletedTask;
    }

    public Task RunAsync(CellProgram program, ICellObserver observer)
    {
        ProgramRunner.RunAll(program, observer);
        return Task.CompletedTask;
    }

    public Task<HandOver> HandOverAsync(CellProgram program, string exercise)
    {
        var door = new ExamDoor(exercise);
        Check.Door = door;
        IReadOnlyList<ThrownInCell> thrown = ProgramRunner.RunToDoor(program, door);
        if (door.Work is { } work && parent.Export(work, door.WorkType!) != IWorker.Work)
            throw new InvalidOperationException("something else was handed over before the work");
        return Task.FromResult(new HandOver(door.Work is not null, thrown));
    }

    public Task PlaceAsync(string path, ReadOnlyMemory<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content.Span);
        return Task.CompletedTask;
    }
}
