using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Tests.Exams;

public sealed class LogCollectorTests
{
    private readonly LogCollector log = new();

    [Fact]
    public void An_entry_keeps_its_fields_as_plain_data()
    {
        log.LogWarning(new IOException("disk"), "llm_call_failed {request_id} {LatencySeconds} {Attempt} {Hit} {When}", "r1", 0.5f, 0, true, TimeSpan.FromSeconds(1));
        LogEntry entry = Assert.Single(log.Entries);
        Assert.Equal((LogLevel.Warning, "llm_call_failed"), (entry.Level, entry.Name));
        Assert.Equal("r1", entry.Field("RequestId")!.Value);
        Assert.Equal(0.5, entry.Field("latency_seconds")!.Value);
        Assert.Equal(0.0, entry.Field("attempt")!.Value);
        Assert.Equal(true, entry.Field("hit")!.Value);
        Assert.Equal("00:00:01", entry.Field("when")!.Value);
        Assert.Null(entry.Field("model"));
        Assert.Contains("IOException: disk", entry.Exception, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("llm_call_ok: r1")]
    [InlineData("llm_call_ok, r1")]
    [InlineData("llm_call_ok\tr1")]
    [InlineData("llm_call_ok")]
    public void An_entry_without_event_name_is_named_by_its_first_word(string message)
    {
        log.Log(LogLevel.Information, default, message, null, (state, _) => state);
        Assert.Single(log.Named("llm_call_ok"));
    }

    [Fact]
    public void An_entry_is_found_by_the_name_of_its_event_and_by_its_first_word()
    {
        log.LogInformation(new EventId(1, "llm_call_ok"), "Answered {RequestId}", "r1");
        Assert.Single(log.Named("llm_call_ok"));
        Assert.Single(log.Named("Answered"));
        Assert.Empty(log.Named("RequestId"));
        Assert.Equal("llm_call_ok", log.Entries[0].Name);
    }

    [Fact]
    public void The_text_of_a_scope_that_has_no_fields_is_in_the_entry()
    {
        using (log.BeginScope("the whole prompt"))
            log.LogInformation("llm_call_ok");
        Assert.True(log.Entries[0].PlaceOf("whole prompt") is not null);
    }

    [Fact]
    public async Task Scopes_add_fields_while_they_last_and_in_their_own_flow_only()
    {
        using (log.BeginScope("{Outer}", 1))
        {
            using (log.BeginScope(new Dictionary<string, object?> { ["Inner"] = 2 }))
                log.LogInformation("both");
            log.LogInformation("one");
        }

        await Task.Run(() => log.LogInformation("none"), TestContext.Current.CancellationToken);
        Assert.Equal([true, false, false], log.Entries.Select(e => e.Field("inner") is not null));
        Assert.Equal([true, true, false], log.Entries.Select(e => e.Field("outer") is not null));
    }

    [Fact]
    public void Text_is_found_wherever_it_stands()
    {
        log.LogInformation("a {Field}", "secret one");
        log.LogInformation(new EventId(1, "Secret"), "b");
        log.LogInformation(new IOException("my secret"), "c");
        log.LogInformation("d");
        Assert.Equal([true, true, true, false], log.Entries.Select(e => e.PlaceOf("SECRET") is not null));
    }

    [Fact]
    public void Parallel_entries_are_all_kept()
    {
        Parallel.For(0, 2000, i => log.LogInformation("n {I}", i));
        Assert.Equal(2000, log.Entries.Count);
    }
}
