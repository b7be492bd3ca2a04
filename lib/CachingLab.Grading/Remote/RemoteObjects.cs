using System.Collections.Concurrent;
using CachingLab.Exams;
using CachingLab.Execution;
using CachingLab.Exercises;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Remote;

/// <summary>The exam's own objects that the learner's code calls from its process: models, caches and logs, each known there by a number.</summary>
/// <param name="limits">How often they may be called.</param>
/// <param name="stop">Stops the child that calls too often.</param>
internal sealed class RemoteObjects(SandboxLimits limits, Action<SandboxEndReason> stop)
{
    private readonly ConcurrentDictionary<object, int> handles = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<int, object> objects = new();
    private readonly ConcurrentDictionary<Exception, int> tokens = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<int, Exception> thrown = new();
    private int entries;
    private int calls;
    private int last;

    /// <summary>The cell that runs, while cells do.</summary>
    public string? RunningCell { get; private set; }

    /// <summary>The cells that threw, with what.</summary>
    public ConcurrentQueue<(string Cell, WireError Error)> CellErrors { get; } = new();

    /// <summary>The number of an object, new or known.</summary>
    public int Handle(object target) => handles.GetOrAdd(target, key =>
    {
        int handle = Interlocked.Increment(ref last);
        objects[handle] = key;
        return handle;
    });

    /// <summary>The exam's own exception that came back, or null.</summary>
    public Exception? Original(int? token) => token is { } known ? thrown.GetValueOrDefault(known) : null;

    /// <summary>Answers the learner's code.</summary>
    public async Task<Message> AnswerAsync(Message ask, CancellationToken cancellationToken)
    {
        try
        {
            return await DoAsync(ask, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            (int Failure, string Message)? made = ExamExceptions.Made(e);
            return new ThrownReply(new WireError(AnswerException.NamesOf(e.GetType()), made?.Message ?? e.Message, Token(e), Failure: made?.Failure));
        }
    }

    private async Task<Message> DoAsync(Message ask, CancellationToken cancellationToken)
    {
        switch (ask)
        {
            case AddLog log:
                Count(ref entries, limits.LogEntries, SandboxEndReason.LogEntries);
                Get<LogCollector>(log.Log).Add(log.Entry);
                return new Done();
            case CellStarted cell:
                RunningCell = cell.Cell;
                return new Done();
            case CellEnded { Error: { } error } cell when CellErrors.Count < 100:
                CellErrors.Enqueue((cell.Cell, error));
                return new Done();
            case Complete call:
                Count(ref calls, limits.Calls, SandboxEndReason.Calls);
                return new TextReply(await Get<ILlmClient>(call.Llm).CompleteAsync(call.Request, cancellationToken));
            case ReadEntry read:
                Count(ref calls, limits.Calls, SandboxEndReason.Calls);
                return new TextReply(Get<ILlmCache>(read.Cache).Get(read.Key!));
            case StoreEntry store:
                Count(ref calls, limits.Calls, SandboxEndReason.Calls);
                Get<ILlmCache>(store.Cache).Set(store.Key!, store.Value!);
                return new Done();
            default:
                Count(ref calls, limits.Calls, SandboxEndReason.Calls);
                return new Done();
        }
    }

    private void Count(ref int count, int most, SandboxEndReason reason)
    {
        if (Interlocked.Increment(ref count) > most)
            stop(reason);
    }

    private int Token(Exception exception) => tokens.GetOrAdd(exception, key =>
    {
        int token = Interlocked.Increment(ref last);
        thrown[token] = key;
        return token;
    });

    private T Get<T>(int handle)
        where T : class => objects.GetValueOrDefault(handle) as T ?? throw new InvalidOperationException($"nothing known by number {handle}");
}
