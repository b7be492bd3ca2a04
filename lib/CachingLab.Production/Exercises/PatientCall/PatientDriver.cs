using System.Diagnostics;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>Makes one patient call, and moves the clock whenever the learner's code does nothing but wait.</summary>
/// <param name="script">What to ask, and what the model does.</param>
internal sealed class PatientDriver(IPatientCall call, PatientScript script) : IPatientModel
{
    // After so many attempts, or so much time, no end is expected any more.
    private const int MostAttempts = 8, MostTimers = 1_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    // How many turns without a change are enough. Code that is in its wait needs few. Other code may be about to do anything.
    private const int Quick = 20, ShortQuiet = 25, LongQuiet = 200;

    // Later turns have a pause: a busy machine may not have given the learner's code a processor yet.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan SetBack = TimeSpan.FromSeconds(5);
    private static int calls;

    private readonly int number = Interlocked.Increment(ref calls);
    private readonly ExamClock clock = new();
    private readonly PatientRun run = new(script);
    private readonly Lock gate = new();
    private TaskCompletionSource changed = New();
    private int changes;
    private int answering;
    private int timersBefore;

    public async Task<PatientRun> RunAsync(CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.Started = Change;
        long start = Stopwatch.GetTimestamp();
        Task<PatientEnd> ending = call.CallAsync(new PatientAsk(number, script.RequestId, script.Ask, script.ThrowsAtOnce), this, clock, run.Log, giveUp.Token);
        _ = ending.ContinueWith(_ => Change(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!ending.IsCompleted && !IsEndless)
            await StepAsync(ending, cancellationToken);
        run.EndedAt = clock.Now;
        run.Took = Stopwatch.GetElapsedTime(start);
        if (ending.IsCompleted)
        {
            run.End = await ending;
        }
        else
        {
            await call.CancelAsync(number);
            await giveUp.CancelAsync();
        }

        return run;
    }

    public async Task<ModelTurn> NextAsync(ChatAsk asked)
    {
        ModelTurn turn;
        TimeSpan at = clock.Now;
        lock (gate)
        {
            answering++;
            turn = script.Turn(run.Attempts.Count);
            run.Add(new PatientRun.Attempt(asked, turn, at, at + TimeSpan.FromSeconds(turn.Seconds)));
        }

        Change();
        if (turn.SetsBack)
            clock.SetBack(SetBack);
        clock.MoveTo(at + TimeSpan.FromSeconds(turn.Seconds));
        if (turn is { Answer: null, Failure: ModelFailure.Cancelled })
            await call.CancelAsync(number);
        lock (gate)
        {
            answering--;
            timersBefore = clock.Timers;
        }

        Change();
        return turn;
    }

    private bool IsEndless => run.Attempts.Count >= MostAttempts || clock.Now > Longest || clock.Timers > MostTimers;

    private async Task StepAsync(Task ending, CancellationToken cancellationToken)
    {
        Task change = NextChange();
        if (ending.IsCompleted)
            return;
        if (Answering || clock.Next is null)
        {
            await change.WaitAsync(cancellationToken);
            return;
        }

        if (!await IsQuietAsync(ending, cancellationToken))
            return;
        if (clock.Next is not { } next)
            return;
        if (run.CancelledAt is null && CancelAt is { } at && at <= next.Due)
        {
            clock.MoveTo(at);
            run.CancelledAt = at;
            await call.CancelAsync(number);
            await IsQuietAsync(ending, cancellationToken);
            return;
        }

        clock.MoveTo(next.Due);
    }

    /// <summary>Whether nothing happens for some time, counted in turns of the learner's side.</summary>
    private async Task<bool> IsQuietAsync(Task ending, CancellationToken cancellationToken)
    {
        int before = Volatile.Read(ref changes);
        for (int turns = 0; turns < LongQuiet; turns++)
        {
            if (turns >= ShortQuiet && IsInItsWait)
                return true;
            if (turns is >= Quick and < ShortQuiet or >= LongQuiet / 2)
                await Task.Delay(Pause, cancellationToken);
            await call.PassAsync();
            if (ending.IsCompleted || Volatile.Read(ref changes) != before || Answering)
                return false;
        }

        return true;
    }

    // A timer that was started since the last answer is the wait itself. Before the first attempt it may be a deadline instead, until the clock has moved.
    private bool IsInItsWait =>
        (run.Attempts.Count > 0 || clock.Now > TimeSpan.Zero) && run.CancelledAt is null && clock.Next is { } next && next.Number > timersBefore;

    private TimeSpan? CancelAt => script.CancelAfter is { } after && run.Attempts is [var first, ..] ? first.EndedAt + TimeSpan.FromSeconds(after) : null;

    private bool Answering
    {
        get
        {
            lock (gate)
                return answering > 0;
        }
    }

    private Task NextChange()
    {
        lock (gate)
            return changed.Task;
    }

    private void Change()
    {
        TaskCompletionSource before;
        lock (gate)
        {
            changes++;
            (before, changed) = (changed, New());
        }

        before.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
