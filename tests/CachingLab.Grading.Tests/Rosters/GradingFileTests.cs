using CachingLab.Grading.Records;
using CachingLab.Grading.Rosters;
using CachingLab.Grading.Tests.Submissions;

namespace CachingLab.Grading.Tests.Rosters;

public sealed class GradingFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Weights_deadline_and_percent_are_read()
    {
        GradingScheme scheme = Read("""{ "weights": { "03-file-cache": 2, }, "deadline": "2026-11-20T23:59:00+01:00", "percentPerDay": 10 }""");
        Assert.Equal((2, 1, 10), (scheme.Weight("03-file-cache"), scheme.Weight("01-cache-key"), scheme.PercentPerDay));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 22, 59, 0, TimeSpan.Zero), scheme.Deadline);
        Assert.Equal(1, Read("{}").Weight("01-cache-key"));
    }

    [Theory]
    [InlineData("", "it is not as expected: ")]
    [InlineData("null", "it is null")]
    [InlineData("""{ "weight": {} }""", "it is not as expected: The JSON property 'weight' could not be mapped")]
    [InlineData("""{ "deadline": "soon" }""", "it is not as expected: ")]
    [InlineData("""{ "weights": { "cache-key": 2 } }""", "weights: there is no notebook cache-key; there are 00-start-here, 01-cache-key")]
    [InlineData("""{ "weights": { "01-cache-key": -2 } }""", "weights: a weight is less than 0")]
    [InlineData("""{ "percentPerDay": 101 }""", "percentPerDay: give a number from 0 to 100")]
    public void A_bad_file_says_in_one_line_what_is_wrong(string text, string reason)
    {
        string message = Assert.Throws<InvalidDataException>(() => Read(text)).Message;
        Assert.StartsWith(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private GradingScheme Read(string text) => GradingFile.Read(folder.Write("grading.json", text));
}
