using CachingLab.Reports;

namespace CachingLab.Tests.Reports;

public sealed class PrintCollectorTests
{
    private readonly PrintCollector printed = new();

    [Fact]
    public void Nothing_printed_is_nothing_to_show()
    {
        printed.Add("");
        Assert.Null(printed.Lines);
    }

    [Fact]
    public void A_line_without_an_end_is_cut_however_long_it_is()
    {
        for (int i = 0; i < 10_000; i++)
            printed.Add(new string('x', 1_000));
        Assert.Equal(1, printed.Lines!.Count);
        Assert.Equal(new string('x', PrintedLines.Longest) + "\u2026", Assert.Single(printed.Lines.First));
    }

    [Fact]
    public void Lines_beyond_the_first_are_counted_and_not_kept()
    {
        for (int i = 1; i <= 100_000; i++)
            printed.Add($"line {i}\n");
        printed.Add("the last one has no end");
        Assert.Equal(100_001, printed.Lines!.Count);
        Assert.Equal(Enumerable.Range(1, PrintedLines.Most).Select(i => $"line {i}"), printed.Lines.First);
        Assert.Equal("Your code printed 100,001 lines; the first 20:", printed.Lines.Heading);
    }

    [Fact]
    public void What_a_terminal_would_take_for_a_command_can_be_read()
    {
        printed.Add("\u001b[2J\0 \u202e 10%\r20%\r\n");
        Assert.Equal(["\\u001b[2J\\u0000 \\u202e 10% 20%"], printed.Lines!.First);
    }

    [Theory]
    [InlineData("one", 1, "Your code printed 1 line:")]
    [InlineData("one\n", 1, "Your code printed 1 line:")]
    [InlineData("one\ntwo", 2, "Your code printed 2 lines:")]
    [InlineData("\n\n\n", 3, "Your code printed 3 lines:")]
    public void Pieces_make_lines(string text, int count, string heading)
    {
        foreach (char c in text)
            printed.Add([c]);
        Assert.Equal((count, heading), (printed.Lines!.Count, printed.Lines.Heading));
        Assert.Equal(text.TrimEnd('\n').Split('\n')[0], printed.Lines.First[0]);
    }

    [Fact]
    public void Twenty_lines_are_all_of_them()
    {
        printed.Add(string.Concat(Enumerable.Repeat("x\n", PrintedLines.Most)));
        Assert.Equal("Your code printed 20 lines:", printed.Lines!.Heading);
    }
}
