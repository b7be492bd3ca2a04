using CachingLab.Cli.Commands;

namespace CachingLab.Cli.Tests.Commands;

public sealed class ExerciseWordTests
{
    [Theory]
    [InlineData("cache-key", "cache-key")]
    [InlineData("ex-cache-key", "cache-key")]
    [InlineData("check-cache-key", "cache-key")]
    [InlineData("01", "cache-key")]
    [InlineData("01-cache-key", "cache-key")]
    [InlineData("notebooks/01-cache-key.ipynb", "cache-key")]
    [InlineData(@"notebooks\01-cache-key.ipynb", "cache-key")]
    [InlineData("REQ", "request-log")]
    [InlineData("MakeCacheKey", "cache-key")]
    [InlineData("06", "extended-key should-cache")]
    [InlineData("cach", "cache-key cached-call")]
    [InlineData("ca", "cache-key cached-call")]
    [InlineData("00", "warm-up")]
    [InlineData("red-to-green", "warm-up")]
    [InlineData("ShouldCache", "should-cache")]
    [InlineData("", "")]
    [InlineData("none", "")]
    [InlineData("..", "")]
    public void A_word_means(string word, string ids) => Assert.Equal(ids, string.Join(' ', ExerciseWord.Find(word).Select(e => e.Id)));

    [Theory]
    [InlineData("cachekey", "cache-key")]
    [InlineData("momery-cache", "memory-cache")]
    [InlineData("should_cash", "should-cache")]
    [InlineData("02-memry-cache", "02-memory-cache")]
    public void The_nearest_word_to(string typed, string nearest) => Assert.Equal(nearest, ExerciseWord.Nearest(typed));
}
