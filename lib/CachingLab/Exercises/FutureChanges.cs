namespace CachingLab.Exercises;

/// <summary>Pairs of requests of types that no learner has seen, each pair with one field changed.</summary>
internal static class FutureChanges
{
    public static IEnumerable<(LlmRequest First, LlmRequest Second, string Field)> Of(
        FutureLlmRequest plain, FutureExtendedLlmRequest extended, string word)
    {
        var format = new FutureFormat("table", "two columns");
        FutureLlmRequest formatted = plain with { Format = format };
        var turn = new FutureMessage("user", "Hello") { Files = ["a.txt"] };
        FutureExtendedLlmRequest With(params FutureMessage[] turns) => extended with { History = turns };
        return
        [
            (plain, plain with { Seed = 8 }, "Seed"),
            (plain, plain with { Explain = true }, "Explain"),
            (plain with { Effort = FutureEffort.Low }, plain with { Effort = FutureEffort.High }, "Effort"),
            (plain with { Stop = ["one"] }, plain with { Stop = [word] }, "Stop"),
            (formatted, formatted with { Format = format with { Name = word } }, "Format.Name"),
            (formatted, formatted with { Format = format with { Schema = word } }, "Format.Schema"),
            (formatted, formatted with { Format = format with { Strict = true } }, "Format.Strict"),
            (extended, extended with { TopP = 0.5 }, "TopP"),
            (extended with { Penalty = 0.5 }, extended with { Penalty = 1.5 }, "Penalty"),
            (extended with { Tools = [new("find", "", "{}")] }, extended with { Tools = [new(word, "", "{}")] }, "Tools"),
            (extended with { Examples = [new("one", "")] }, extended with { Examples = [new(word, "")] }, "Examples"),
            (With(turn), With(turn with { Role = "assistant" }), "History[0].Role"),
            (With(turn), With(turn with { Text = word }), "History[0].Text"),
            (With(turn), With(turn with { Files = [word] }), "History[0].Files"),
            (With(turn), With(turn, turn with { Text = word }), "History's length"),
        ];
    }
}
