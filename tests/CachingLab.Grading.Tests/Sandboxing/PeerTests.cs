using CachingLab.Sandbox.Protocol;

namespace CachingLab.Grading.Tests.Sandboxing;

public sealed class PeerTests : IDisposable
{
    private const int MaxBytes = 1024 * 1024;
    private readonly System.IO.Pipelines.Pipe there = new();
    private readonly System.IO.Pipelines.Pipe back = new();
    private readonly CachingLab.Sandbox.Protocol.Pipe otherSide;

    public PeerTests() => otherSide = new(there.Reader.AsStream(), back.Writer.AsStream(), MaxBytes);

    [Fact]
    public async Task Replies_are_told_apart_by_their_ids_and_unknown_ones_are_dropped()
    {
        using Peer peer = Listening((_, _) => Task.FromResult<Message>(new Done()));
        Task<Message> first = peer.AskAsync(new OpenCache(null), Token);
        Task<Message> second = peer.AskAsync(new OpenCache(null), Token);
        int one = (await otherSide.ReadAsync(Token))!.Id, two = (await otherSide.ReadAsync(Token))!.Id;
        foreach (int forged in (int[])[0, -1, int.MaxValue, two + 1])
            await otherSide.WriteAsync(new HandleReply(666) { Id = forged }, Token);
        await otherSide.WriteAsync(new HandleReply(2) { Id = two }, Token);
        await otherSide.WriteAsync(new HandleReply(666) { Id = two }, Token);
        await otherSide.WriteAsync(new HandleReply(1) { Id = one }, Token);
        Assert.Equal(1, Assert.IsType<HandleReply>(await first).Handle);
        Assert.Equal(2, Assert.IsType<HandleReply>(await second).Handle);
    }

    [Fact]
    public async Task Who_waits_is_told_when_the_other_side_goes()
    {
        using Peer peer = Listening((_, _) => Task.FromResult<Message>(new Done()));
        Task<Message> asked = peer.AskAsync(new OpenCache(null), Token);
        await otherSide.ReadAsync(Token);
        await back.Writer.CompleteAsync();
        await Assert.ThrowsAsync<PeerClosedException>(() => asked);
        await Assert.ThrowsAsync<PeerClosedException>(() => peer.AskAsync(new OpenCache(null), Token));
    }

    [Fact]
    public async Task A_notice_that_cannot_be_noted_ends_the_conversation_and_does_not_hang_it()
    {
        using var peer = new Peer(back.Reader.AsStream(), there.Writer.AsStream(), MaxBytes, (_, _) => throw new InvalidOperationException("no"));
        Task<Exception?> listening = peer.ListenAsync();
        await otherSide.WriteAsync(new CellStarted("a"), Token);
        Assert.IsType<InvalidOperationException>(await listening);
    }

    [Fact]
    public async Task Notices_keep_their_order()
    {
        var seen = new List<string>();
        using Peer peer = Listening((m, _) =>
        {
            seen.Add(((CellStarted)m).Cell);
            return Task.FromResult<Message>(new Done());
        });
        for (int i = 0; i < 200; i++)
            await otherSide.WriteAsync(new CellStarted($"{i}"), Token);
        await back.Writer.CompleteAsync();
        await listening!;
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i}"), seen);
    }

    [Fact]
    public async Task A_flood_of_asks_waits_at_the_door()
    {
        int inside = 0;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using Peer peer = Listening(async (_, _) =>
        {
            Interlocked.Increment(ref inside);
            await gate.Task;
            return new Done();
        });
        for (int i = 1; i <= 300; i++)
            await otherSide.WriteAsync(new OpenCache(null) { Id = i }, Token);

        // Each lets one of those that wait come in; none is lost.
        gate.SetResult();
        for (int i = 1; i <= 300; i++)
            Assert.IsType<Done>(await otherSide.ReadAsync(Token));
        Assert.Equal(300, inside);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<Exception?>? listening;

    public void Dispose() => otherSide.Dispose();

    private Peer Listening(Func<Message, CancellationToken, Task<Message>> answer)
    {
        var peer = new Peer(back.Reader.AsStream(), there.Writer.AsStream(), MaxBytes, answer);
        listening = peer.ListenAsync();
        return peer;
    }
}
