using CachingLab.Cli.Commands;
using CachingLab.Notebooks;
using CachingLab.Worker.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace CachingLab.Cli.Tests.Commands;

public sealed class RunOutputTests : IDisposable
{
    private const string First = "running cell 1 of 2: Break it (glue), 1 s (Ctrl+C stops)";
    private readonly FakeTimeProvider time = new();
    private readonly StringWriter terminal = new();
    private readonly StringWriter printed = new();
    private readonly RunOutput output;
    private int width = 100;

    public RunOutputTests()
    {
        var notebook = Notebook.Create("n", [Cell.Markdown("m", "## Break it"), Cell.Code("glue", "1"), Cell.Code("last", "2")]);
        output = new RunOutput(new NotebookCells(notebook, forEngine: false), printed, terminal, () => width, time);
    }

    public void Dispose()
    {
        output.Dispose();
        terminal.Dispose();
        printed.Dispose();
    }

    [Fact]
    public void After_a_second_the_terminal_says_which_cell_runs_and_for_how_long()
    {
        output.Started("glue");
        time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Equal("", terminal.ToString());
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("\r" + First, terminal.ToString());
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.EndsWith("\rrunning cell 1 of 2: Break it (glue), 12 s (Ctrl+C stops)", terminal.ToString(), StringComparison.Ordinal);
        Assert.Equal("", printed.ToString());
    }

    [Fact]
    public void The_line_is_gone_before_anything_else_is_written_and_comes_back()
    {
        output.Started("glue");
        time.Advance(TimeSpan.FromSeconds(1));
        output.Shown("glue", new CellOutput(OutputKind.Printed, "one\n"));
        Assert.EndsWith($"\r{new string(' ', First.Length)}\r", terminal.ToString(), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.EndsWith("2 s (Ctrl+C stops)", terminal.ToString(), StringComparison.Ordinal);
        output.End();
        Assert.EndsWith($"\r{new string(' ', First.Length)}\r", terminal.ToString(), StringComparison.Ordinal);
        Assert.Equal("-- Break it (glue)\none\n", printed.ToString());
    }

    [Fact]
    public void In_the_middle_of_a_line_it_stays_away()
    {
        output.Started("glue");
        output.Shown("glue", new CellOutput(OutputKind.Printed, "..."));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public void A_narrow_terminal_gets_no_second_line()
    {
        width = 40;
        output.Started("glue");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("\rrunning cell 1 of, 1 s (Ctrl+C stops)", terminal.ToString());
    }

    [Fact]
    public void Each_display_has_lines_of_its_own_and_each_cell_its_heading()
    {
        output.Started("glue");
        output.Shown("glue", new CellOutput(OutputKind.Printed, "a"));
        output.Shown("glue", new CellOutput(OutputKind.Printed, "b"));
        output.Shown("glue", new CellOutput(OutputKind.Shown, "table"));
        output.Shown("glue", new CellOutput(OutputKind.Value, ""));
        output.Started("last");
        output.Shown("last", new CellOutput(OutputKind.Value, "7"));
        output.End();
        Assert.Equal("-- Break it (glue)\nab\ntable\n-- Break it (last)\n7\n", printed.ToString());
    }
}
