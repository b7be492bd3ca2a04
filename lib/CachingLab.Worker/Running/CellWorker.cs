using CachingLab.Checks;
using CachingLab.Exams;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Worker.Running;

/// <summary>Runs cells for the parent, and lets it call the work that they hand over.</summary>
internal sealed class CellWorker(Connection parent) : IWorker
{
    public Task RunAsync(CellProgram program, ICellObserver observer)
    {
        CellRunner.RunAll(program, observer);
        return Task.CompletedTask;
    }

    public Task<HandOver> HandOverAsync(CellProgram program, string exercise)
    {
        var host = new GradingHost(exercise);
        Check.Host = host;
        IReadOnlyList<ThrownInCell> thrown = CellRunner.RunToHandOver(program, host);
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

    /// <summary>Writes and reads values of an exam, creates the proxies that calls need, and throws once, because a process's first exception is slow.</summary>
    public Task WarmUpAsync()
    {
        object[] values =
        [
            new CellProgram([new CompiledCell("c", 1, new byte[1], [], [])], 1, []), new List<LlmRequest> { new("m", "s", "u"), new ExtendedLlmRequest("m", "s", "u") },
            new LogEntry(0, "n", "m", [new LogField("f", 1.0)], null), new WireError(["E"], "m", 1, 1),
        ];
        foreach (object value in values)
        {
            var to = new WireWriter();
            Shape shape = Shape.Of(value.GetType());
            shape.Write(to, value, parent.Objects);
            shape.Read(new WireReader(to.ToFrame()[sizeof(int)..]), parent.Objects, 0);
        }

        foreach (Type type in (Type[])[typeof(ILlmClient), typeof(ILlmCache), typeof(ILogSink)])
            RemoteObject.Create(parent, ObjectTable.Root, RemoteInterface.Of(type));
        try
        {
            throw new NotSupportedException();
        }
        catch (NotSupportedException e)
        {
            WorkErrors.Describe(e, null);
        }

        return Task.CompletedTask;
    }
}

/// <summary>The check host of a graded child. Keeps the work of the exercise that is graded.</summary>
internal sealed class GradingHost(string wanted) : ICheckHost
{
    private bool open;

    /// <summary>The work, once its check cell has run.</summary>
    public object? Work { get; private set; }

    /// <summary>The interface that the exam calls the work by.</summary>
    public Type? WorkType { get; private set; }

    /// <summary>Begins to accept work, just before the check cell runs. Work that earlier cells hand over is not the answer.</summary>
    public void Open() => open = true;

    public Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work, Delegate answer)
    {
        if (open && exercise.Id == wanted && Work is null)
            (Work, WorkType) = (work, typeof(TWork));
        return Task.CompletedTask;
    }
}
