using CachingLab.Checks;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly ConsoleText console = new();
    private readonly ICheckHost before = Check.Host;

    public void Dispose()
    {
        Check.Host = before;
        Environment.SetEnvironmentVariable(ExamSeed.Variable, null);
        console.Dispose();
    }

    [Fact]
    public async Task Every_check_of_a_stub_says_not_attempted_and_none_throws()
    {
        Check.CacheKey(_ => throw new NotImplementedException());
        Check.MemoryCache(() => throw new NotImplementedException());
        Check.FileCache(_ => throw new NotImplementedException());
        await Check.RequestLogAsync((_, _, _, _) => throw new NotImplementedException());
        await Check.CachedCallAsync((_, _, _, _) => throw new NotImplementedException());
        Check.ExtendedKey(_ => throw new NotImplementedException());
        Check.ShouldCache(_ => throw new NotImplementedException());
        string[] lines = [.. console.ToString().Split('\n').Where(l => l.Contains("Not attempted yet: ", StringComparison.Ordinal))];
        Assert.Equal(7, lines.Length);
    }

    [Fact]
    public void A_seed_that_is_no_number_is_one_line()
    {
        Environment.SetEnvironmentVariable(ExamSeed.Variable, "x");
        Check.ShouldCache(_ => true);
        Assert.Equal(
            "The check of 'should-cache' stopped: ExamSeedException: LAB_SEED is 'x': set it to a whole number, or remove it.\n", console.ToString());
    }

    [Fact]
    public void The_seed_of_the_environment_is_the_reports()
    {
        Environment.SetEnvironmentVariable(ExamSeed.Variable, "4711");
        Check.ShouldCache(_ => true);
        Assert.Contains("seed 4711.", console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_host_gets_the_work_and_nothing_is_printed()
    {
        var host = new ListingHost();
        Check.Host = host;
        Check.CacheKey(_ => "");
        Check.MemoryCache(() => null!);
        Check.FileCache(_ => null!);
        await Check.RequestLogAsync((_, _, _, _) => null!);
        await Check.CachedCallAsync((_, _, _, _) => null!);
        Check.ExtendedKey(_ => "");
        Check.ShouldCache(_ => true);
        await Check.CheckpointAsync((_, _, _, _) => null!, (_, _, _, _) => null!);
        Assert.Equal(["cache-key", "memory-cache", "file-cache", "request-log", "cached-call", "extended-key", "should-cache"], host.Seen.Select(s => s.Id));
        Assert.Equal("", console.ToString());
    }

    [Fact]
    public void The_temporary_folder_of_a_file_cache_is_gone_after_the_check()
    {
        var folders = new List<string>();
        Check.FileCache(path =>
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder && Directory.Exists(folder))
                folders.Add(folder);
            throw new IOException("no");
        });
        Assert.NotEmpty(folders);
        Assert.All(folders, f => Assert.False(Directory.Exists(f), f));
    }

    [Fact]
    public async Task The_checkpoint_prints_the_log_and_confirms_the_entries()
    {
        await Check.CheckpointAsync(LoggedAsync, CachedAsync);
        string[] lines = console.ToString().Split('\n');
        Assert.Equal("info: lab[0] llm_call_ok req_001 0.05", lines[0]);
        Assert.Equal("info: lab[0] llm_cache_hit demo", lines[2]);
        Assert.Contains(lines, l => l.StartsWith("[ok]  a cache hit event", StringComparison.Ordinal) && l.Contains("Model=demo", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("[ok]  a request line", StringComparison.Ordinal) && l.Contains("RequestId=req_001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_checkpoint_says_which_field_is_missing_and_which_event_never_came()
    {
        await Check.CheckpointAsync(
            (id, request, llm, log) =>
            {
                log.LogInformation("llm_call_ok {RequestId}", id);
                return llm.CompleteAsync(request);
            },
            (_, request, llm, _) => llm.CompleteAsync(request));
        Assert.Contains("no entry named llm_cache_hit among: llm_call_ok", console.ToString(), StringComparison.Ordinal);
        Assert.Contains("llm_call_ok without LatencySeconds", console.ToString(), StringComparison.Ordinal);
        await Check.CheckpointAsync(
            (id, request, llm, log) =>
            {
                log.LogInformation("llm_call_ok {RequestId} {LatencySeconds}", "mine", "50 ms");
                return llm.CompleteAsync(request);
            },
            CachedAsync);
        Assert.Contains("llm_call_ok without RequestId and LatencySeconds", console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checkpoint_takes_a_cached_call_that_logs_its_own_calls()
    {
        await Check.CheckpointAsync(LoggedAsync, (cache, request, llm, log) => CachedAsync(cache, request, new LoggedClient("own", llm, log), log));
        string[] lines = console.ToString().Split('\n');
        Assert.Single(lines, l => l.StartsWith("info:", StringComparison.Ordinal) && l.Contains("llm_call_ok", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("[ok]  a cache hit event", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("[ok]  a request line", StringComparison.Ordinal) && l.Contains("RequestId=own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_checkpoint_wants_an_id_also_of_a_cached_call_that_logs_its_own_calls()
    {
        await Check.CheckpointAsync(LoggedAsync, (cache, request, llm, log) => CachedAsync(cache, request, new LoggedClient("", llm, log), log));
        Assert.Contains("llm_call_ok without RequestId", console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checkpoint_names_the_unfinished_function()
    {
        await Check.CheckpointAsync((_, _, _, _) => throw new NotImplementedException(), CachedAsync);
        await Check.CheckpointAsync(LoggedAsync, (_, _, _, _) => throw new NotImplementedException());
        Assert.Equal(
            """
            Not written yet: finish LoggedCallAsync, run its cell, then run this one again.
            Not written yet: finish CachedCallAsync, run its cell, then run this one again.

            """.ReplaceLineEndings("\n"),
            console.ToString());
    }

    [Fact]
    public async Task The_checkpoint_of_code_that_throws_is_a_report_all_the_same()
    {
        await Check.CheckpointAsync(LoggedAsync, (_, _, _, _) => throw new InvalidOperationException("mine"));
        Assert.StartsWith("Your code threw InvalidOperationException: mine\n", console.ToString(), StringComparison.Ordinal);
        Assert.Contains("[no]", console.ToString(), StringComparison.Ordinal);
    }

    private static Task<string> LoggedAsync(string id, LlmRequest request, ILlmClient llm, ILogger log)
    {
        log.LogInformation("llm_call_ok {RequestId} {LatencySeconds}", id, 0.05);
        return llm.CompleteAsync(request);
    }

    private static async Task<string> CachedAsync(ILlmCache cache, LlmRequest request, ILlmClient llm, ILogger log)
    {
        if (cache.Get("k") is { } hit)
        {
            log.LogInformation("llm_cache_hit {Model}", request.Model);
            return hit;
        }

        string answer = await llm.CompleteAsync(request);
        cache.Set("k", answer);
        log.LogInformation("llm_cache_set {Model}", request.Model);
        return answer;
    }

    private sealed class LoggedClient(string id, ILlmClient llm, ILogger log) : ILlmClient
    {
        public Task<string> CompleteAsync(LlmRequest request, CancellationToken cancellationToken = default) => LoggedAsync(id, request, llm, log);
    }

    private sealed class ListingHost : ICheckHost
    {
        public List<(string Id, object? Work)> Seen { get; } = [];

        public Task HandAsync<TWork>(Exercise<TWork> exercise, TWork work, Delegate answer)
        {
            Seen.Add((exercise.Id, work));
            return Task.CompletedTask;
        }
    }
}
