using CachingLab.Exams;

namespace CachingLab.Tests.Exams;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData(null, "null")]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c\n\r\t\0", "\"a\\\"b\\\\c\\n\\r\\t\\0\"")]
    [InlineData("it's \u00e9 \U0001F600", "\"it's \\u00e9 \\ud83d\\ude00\"")]
    public void A_text_is_a_literal_in_ascii(string? text, string code) => Assert.Equal(code, CodeText.Literal(text));

    [Fact]
    public void A_long_run_is_an_expression_joined_to_what_stands_around_it()
    {
        Assert.Equal("\"x\" + new string('a', 5000) + \"y\"", CodeText.Literal("x" + new string('a', 5000) + "y"));
        Assert.Equal("new string('\\'', 24)", CodeText.Literal(new string('\'', 24)));
        Assert.Equal($"\"{new string('a', 23)}\"", CodeText.Literal(new string('a', 23)));
    }

    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(0.11, "0.11")]
    [InlineData(1e-9, "1E-09")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void A_number_is_written_as_csharp_writes_it(double value, string code) => Assert.Equal(code, CodeText.Literal(value));

    [Fact]
    public void What_came_back_is_cut_where_it_is_long()
    {
        string text = string.Concat(Enumerable.Repeat("ab", 300));
        Assert.EndsWith("\u2026 (600 characters)", CodeText.Shown(text), StringComparison.Ordinal);
        Assert.Equal("\"ab\"", CodeText.Shown("ab"));
    }

    [Fact]
    public void A_first_line_has_no_line_end_and_a_limit()
    {
        Assert.Equal("a", CodeText.FirstLine("a\r\nb"));
        Assert.Equal(200, CodeText.FirstLine(new string('a', 300)).Length);
    }
}
