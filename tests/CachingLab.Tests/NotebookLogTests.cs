using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace CachingLab.Tests;

public sealed class NotebookLogTests
{
    [Fact]
    public void An_unknown_format_is_refused_with_the_known_ones()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => NotebookLog.Create(format: "xml"));
        Assert.Contains("\"simple\" or \"json\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_simple_entry_is_one_line_without_colour()
    {
        using var console = new ConsoleText();
        NotebookLog.Create().LogInformation("llm_call_ok {RequestId}", "req-1");
        Assert.Equal("info: lab[0] llm_call_ok req-1\n", console.ToString());
    }

    [Fact]
    public void An_exception_stays_on_the_line_of_its_entry()
    {
        using var console = new ConsoleText();
        NotebookLog.Create("shop").LogWarning(new IOException("disk"), "failed");
        Assert.Equal("warn: shop[0] failed System.IO.IOException: disk\n", console.ToString());
    }

    [Fact]
    public void A_json_entry_is_one_line_with_its_fields_and_scopes_whatever_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        using var console = new ConsoleText();
        try
        {
            CultureInfo.CurrentCulture = CachingLab.Answers.Cultures.Named("de-DE");
            ILogger log = NotebookLog.Create(format: "json");
            using (log.BeginScope("order {OrderId}", 7))
                log.LogInformation(new EventId(3, "ok"), "took {LatencySeconds} 'é'", 0.25);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string line = console.ToString();
        Assert.EndsWith("}\n", line, StringComparison.Ordinal);
        Assert.Equal(1, line.Count(c => c == '\n'));
        Assert.Contains("took 0.25 'é'", line, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(line);
        Assert.Equal(0.25, json.RootElement.GetProperty("State").GetProperty("LatencySeconds").GetDouble());
        Assert.Equal(7, json.RootElement.GetProperty("Scopes")[0].GetProperty("OrderId").GetInt32());
    }

    [Fact]
    public void Lines_go_to_the_console_of_the_moment_of_the_call()
    {
        ILogger log;
        using (new ConsoleText())
            log = NotebookLog.Create();
        using var later = new ConsoleText();
        log.LogInformation("now");
        Assert.Equal("info: lab[0] now\n", later.ToString());
    }
}
