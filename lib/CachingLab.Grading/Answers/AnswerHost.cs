using CachingLab.Exams;
using CachingLab.Grading.Isolation;
using CachingLab.Reports;
using CachingLab.Worker.Calls;
using CachingLab.Worker.Protocol;

namespace CachingLab.Grading.Answers;

/// <summary>Runs one compiled answer in its own processes during an exam.</summary>
internal sealed class AnswerHost(AnswerProgram program, SandboxPool pool) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<SandboxProcess> sandboxes = [];
    private bool closed;

    /// <summary>How the first of the ended processes ended, or null when all are running.</summary>
    public async Task<SandboxEnd?> EndAsync() => Sandboxes().FirstOrDefault(s => s.Ended.IsCompleted) is { } sandbox ? await sandbox.Ended : null;

    /// <summary>Ends the first process and returns what the answer printed in it.</summary>
    public async Task<PrintedLines?> StopAsync()
    {
        if (Sandboxes() is not [var first, ..])
            return null;
        first.Stop(SandboxEndReason.Stopped);
        return (await first.Ended).Printed;
    }

    /// <summary>Why a process could not be started, or null.</summary>
    public MachineFaultException? Fault { get; private set; }

    /// <summary>The least room on disk that one of the processes had.</summary>
    public long LeastRoom => Sandboxes().Select(s => s.LeastRoom).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>Ends all processes and waits until their folders are gone.</summary>
    public Task CleanUpAsync() => Task.WhenAll(Sandboxes().Select(s => s.DisposeAsync().AsTask()));

    /// <summary>Cells that threw before the check cell, a line each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Starts a process, runs the cells in it, and examines what the check cell hands over.</summary>
    /// <exception cref="WorkLostException">The check cell did not hand over any work, or the process ended before.</exception>
    public async Task<ExamReport> ExamineAsync(int seed, CancellationToken cancellationToken)
    {
        AnswerProcess process = await StartAsync(cancellationToken);
        Exercise exercise = program.Exercise;
        var terms = new ExamTerms(seed, Timeout.InfiniteTimeSpan)
        {
            Code = program.Code,
            Folder = new Lazy<ExamFolder>(() => new RemoteFolder(process)),
            InAnotherProcess = async token => (await StartAsync(token, elsewhere: true)).Work(exercise.WorkType),
        };
        return await exercise.ExamineWorkAsync(process.Work(exercise.WorkType), terms, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
            closed = true;
        await Task.WhenAll(Sandboxes().Select(pool.RetireAsync));
    }

    private SandboxProcess[] Sandboxes()
    {
        lock (gate)
            return [.. sandboxes];
    }

    private SandboxProcess Take(bool elsewhere)
    {
        try
        {
            return elsewhere ? pool.TakeElsewhere() : pool.Take();
        }
        catch (MachineFaultException e)
        {
            Fault = e;
            throw;
        }
    }

    private async Task<AnswerProcess> StartAsync(CancellationToken cancellationToken, bool elsewhere = false)
    {
        SandboxProcess sandbox;
        lock (gate)
        {
            // A cancelled exam may go on for a moment. Nobody would end a process that it starts then.
            ObjectDisposedException.ThrowIf(closed, this);
            sandbox = Take(elsewhere);
            sandboxes.Add(sandbox);
        }

        var process = new AnswerProcess(sandbox, pool.Limits);
        CompiledCell[] cells = [.. program.Cells.Where(c => !c.Assembly.IsEmpty)];
        var ask = new CellProgram(cells, program.Cells.Max(c => c.Place), []);
        HandOver handed = await process.Worker.HandOverAsync(ask, program.Exercise.CheckedAs).WaitAsync(cancellationToken);
        foreach ((string cell, WireError error) in handed.Thrown)
            Notes.Add($"{program.Places.Of(cell)} threw {(error.TypeNames is [var type, ..] ? type : "an exception")}: {CodeText.FirstLine(error.Message)}");
        return handed.IsThere
            ? process
            : throw new WorkLostException(
                $"the check cell did not get {program.Exercise.Declares}: run the notebook from top to bottom and see which cell fails; "
                + "no cell may declare a type named Check");
    }
}
