using System.IO.Pipes;
using System.Runtime.CompilerServices;
using CachingLab.Worker.Calls;

namespace CachingLab.Grading.Tests.Calls;

/// <summary>Both ends of a conversation in this process, over real pipes.</summary>
internal sealed class Conversation : IDisposable
{
    private readonly AnonymousPipeServerStream toChild = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream toParent = new(PipeDirection.Out);

    public Conversation()
    {
        Parent = new ParentConnection(
            new AnonymousPipeClientStream(PipeDirection.In, toParent.ClientSafePipeHandle), toChild, maxBytes: 1024 * 1024);
        Child = new ChildConnection(new AnonymousPipeClientStream(PipeDirection.In, toChild.ClientSafePipeHandle), toParent);
        Child.Export(Served = new Echo(), typeof(IEcho));
        Listening = Task.Run(Parent.ListenAsync);
        Serving = Task.Factory.StartNew(Child.Serve, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public ParentConnection Parent { get; }

    public ChildConnection Child { get; }

    /// <summary>The object on the child's side.</summary>
    public Echo Served { get; }

    /// <summary>Its stand-in on the parent's.</summary>
    public IEcho Echo => Parent.Remote<IEcho>();

    public Task<Exception?> Listening { get; }

    public Task Serving { get; }

    /// <summary>What the child writes to its parent, so that a test can write there too.</summary>
    public Stream ChildsVoice => toParent;

    /// <summary>The child is gone.</summary>
    public void EndChild() => toParent.Dispose();

    public void Dispose()
    {
        toParent.Dispose();
        Parent.Dispose();
        toChild.Dispose();
    }
}

/// <summary>Gives back what it gets.</summary>
internal sealed class Echo : IEcho
{
    public List<string> Notes { get; } = [];

    /// <summary>Completes when the note that says "end" has come.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Text(string? text) => text;

    public Task DoneAsync() => throw new InvalidOperationException("not done");

    public Task<IReadOnlyList<LlmRequest>> RequestsAsync(IReadOnlyList<LlmRequest> requests) => Task.FromResult(requests);

    public Task<string> AskAsync(ILlmClient llm, LlmRequest request, CancellationToken cancellationToken) => llm.CompleteAsync(request, cancellationToken);

    public async IAsyncEnumerable<int> CountAsync(int from, IObserverOfCount observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = from; i < from + 1_000_000; i++)
        {
            observer.At(i);
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return i;
        }
    }

    public Task<IEcho> SelfAsync(IEcho other) => Task.FromResult(other);

    public async Task<int> WaitAsync(TimeProvider time, TimeSpan delay)
    {
        long start = time.GetTimestamp();
        DateTimeOffset before = time.GetUtcNow();
        await Task.Delay(delay, time);
        return time.GetElapsedTime(start) == delay && time.GetUtcNow() - before == delay ? (int)delay.TotalSeconds : -1;
    }

    public Task<Everything> EverythingAsync(Everything value) => Task.FromResult(value);

    public void Note(string text)
    {
        lock (Notes)
            Notes.Add(text);
        if (text == "end")
            Ended.TrySetResult();
    }
}
