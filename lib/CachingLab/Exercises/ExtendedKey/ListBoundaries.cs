namespace CachingLab.Exercises.ExtendedKey;

/// <summary>Pairs of different requests that become the same text when items and fields are joined with a delimiter.</summary>
internal static class ListBoundaries
{
    private static readonly string[] Delimiters = ["", "|", ":", ",", ";", "\n", "\0", " ", "/", "-", "\u001e", "\u001f"];

    /// <summary>Each pair comes with two requests that differ clearly in the same place. Another requirement checks that the key depends on that place.</summary>
    public static IEnumerable<(LlmRequest Plain, LlmRequest Changed, LlmRequest First, LlmRequest Second)> Of(ExtendedLlmRequest sample)
    {
        ExtendedLlmRequest Tools(params LlmTool[] tools) => sample with { Tools = tools };
        ExtendedLlmRequest Examples(params LlmExample[] examples) => sample with { Examples = examples };
        foreach (string item in Delimiters)
        {
            foreach (string field in Delimiters)
            {
                yield return (
                    Tools(new LlmTool("one", "b", "1")), Tools(new LlmTool("two", "b", "1")),
                    Tools(new("a", "b", "1"), new("c", "d", "1")), Tools(new LlmTool("a", $"b{field}1{item}c{field}d", "1")));
                yield return (
                    Examples(new LlmExample("one", "b")), Examples(new LlmExample("two", "b")),
                    Examples(new("a", "b"), new("c", "d")), Examples(new LlmExample("a", $"b{item}c{field}d")));
            }

            yield return (
                Examples(new LlmExample("one", "b")), Examples(new LlmExample("two", "b")),
                sample with { UserPrompt = "a", Examples = [new($"b{item}c", "d")] }, sample with { UserPrompt = $"a{item}b", Examples = [new("c", "d")] });
        }

        yield return (
            Tools(new LlmTool("one", "b", "1")), Tools(new LlmTool("two", "b", "1")),
            Tools(new("a", "b", "1"), new("2c", "d", "1")), Tools(new("a", "b", "12"), new("c", "d", "1")));
        yield return (
            Tools(new LlmTool("a", "one", "1")), Tools(new LlmTool("a", "two", "1")),
            Tools(new LlmTool("a", "b1", "2")), Tools(new LlmTool("a", "b", "12")));
        yield return (
            sample with { MaxTokens = 100 }, sample with { MaxTokens = 200 },
            sample with { TopP = 0.5, MaxTokens = 625 }, sample with { TopP = 0.5625, MaxTokens = null });
        yield return (
            Tools(new LlmTool("one", "b", "1")), Tools(new LlmTool("two", "b", "1")),
            Tools(new("a", "b", "1"), new("2", "c", "3")), Examples(new("a", "b"), new("1", "2"), new("c", "3")));
        yield return (
            sample with { MaxTokens = 100 }, sample with { MaxTokens = 200 },
            sample with { TopP = 1.0, MaxTokens = null }, sample with { TopP = null, MaxTokens = 1 });
    }
}
