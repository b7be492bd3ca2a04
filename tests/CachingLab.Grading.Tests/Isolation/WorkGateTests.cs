using CachingLab.Grading.Isolation;

namespace CachingLab.Grading.Tests.Isolation;

public sealed class WorkGateTests
{
    [Fact]
    public async Task Work_alone_waits_for_the_rest_and_the_rest_for_it()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        using var gate = new WorkGate(2);
        var first = new TaskCompletionSource<int>();
        var second = new TaskCompletionSource<int>();
        var began = new List<string>();
        Task<int> shared = gate.SharedAsync(() => Begin("shared", first.Task), token);
        Task<int> alone = gate.AloneAsync(() => Begin("alone", second.Task), token);
        Task<int> later = gate.SharedAsync(() => Begin("later", Task.FromResult(3)), token);
        Assert.Equal(["shared"], began);
        first.SetResult(1);
        Assert.Equal(1, await shared);
        second.SetResult(2);
        Assert.Equal((2, 3), (await alone, await later));
        Assert.Equal(["shared", "alone", "later"], began);
        Assert.Equal(4, await gate.SharedAsync(() => Task.FromResult(4), token));

        Task<int> Begin(string name, Task<int> work)
        {
            lock (began)
                began.Add(name);
            return work;
        }
    }

    [Fact]
    public async Task Work_that_fails_gives_its_turn_back()
    {
        using var gate = new WorkGate(1);
        CancellationToken token = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<InvalidOperationException>(() => gate.SharedAsync<int>(() => throw new InvalidOperationException(), token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => gate.AloneAsync<int>(() => throw new InvalidOperationException(), token));
        Assert.Equal(1, await gate.AloneAsync(() => Task.FromResult(1), token));
    }
}
