using CachingLab.Cli.Terminal;
using Spectre.Console;

namespace CachingLab.Cli.Tests.Terminal;

public sealed class StyledLineTests
{
    private static readonly string Key = string.Concat(Enumerable.Repeat("0123456789ABCDEF", 4));

    [Fact]
    public void Words_are_cut_at_spaces_and_keep_the_indent()
    {
        string[] lines = Wrap("  note: ", string.Join(' ', Enumerable.Repeat("word", 30)), 60);

        Assert.True(lines.Length > 2);
        Assert.StartsWith("  note: word", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), l => Assert.StartsWith("        word", l, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.InRange(l.Length, 1, 60));
    }

    [Fact]
    public void A_value_of_64_digits_fits_80_columns_and_is_cut_once_in_the_middle_at_60()
    {
        Assert.Equal([$"    expected  \"{Key}\""], Wrap("    expected  ", $"\"{Key}\"", 80));
        Assert.Equal([$"    expected  \"{Key[..32]}", $"              {Key[32..]}\""], Wrap("    expected  ", $"\"{Key}\"", 60));
    }

    [Fact]
    public void A_sentence_around_a_long_value_is_cut_once_and_leaves_no_digits_alone()
    {
        string[] lines = Wrap("    got       ", $"the same key \"{Key}\" twice", 60);

        Assert.Equal(2, lines.Length);
        Assert.All(lines, l => Assert.InRange(l.Trim().Length, 30, 60));
    }

    [Fact]
    public void Spaces_inside_a_value_stay() => Assert.Equal(["got  \"a  b\""], Wrap("got  ", "\"a  b\"", 60));

    [Theory]
    [InlineData(60)]
    [InlineData(20)]
    [InlineData(5)]
    public void Nothing_is_lost_however_narrow(int width) =>
        Assert.Equal($"{Key}{Key}", string.Concat(Wrap("    ", $"{Key} {Key}", width)).Replace(" ", "", StringComparison.Ordinal));

    private static string[] Wrap(string prefix, string text, int width) =>
        [.. StyledLine.Wrap(prefix, text, Style.Plain, new BoardStyle(width, Unicode: true)).Select(l => l.Text)];
}
