namespace CachingLab.Exercises.ExtendedKey;

/// <summary>The requests that the requirements of the extended key are about, and their parts.</summary>
internal static class ExtendedSamples
{
    public static readonly ExtendedLlmRequest Plain = new("demo", "Be brief.", "Hello");
    public static readonly ExtendedLlmRequest Sample = Plain with { TopP = 0.9, MaxTokens = 100 };
    public static readonly FutureLlmRequest Future = new("demo", "Be brief.", "Hello") { Seed = 7 };
    public static readonly FutureExtendedLlmRequest FutureExtended = new("demo", "Be brief.", "Hello") { TopP = 0.9 };

    public static readonly LlmTool Find = new("find", "Looks it up.", """{"type":"object"}""");
    public static readonly LlmTool Send = new("send", "Sends it.", """{"type":"string"}""");
    public static readonly LlmTool Sum = new("sum", "Adds up.", "{type:number}");
    public static readonly LlmExample Add = new("Two and two?", "Four.");
    public static readonly LlmExample Greet = new("Hi!", "Good day.");
    public static readonly LlmExample Ask = new("And three?", "Six.");
    public static readonly ExtendedLlmRequest Full = Sample with { Tools = [Find, Send, Sum], Examples = [Add, Greet, Ask] };

    // Items that have one text in common, with another item between them.
    public static readonly ExtendedLlmRequest Alike = Sample with
    {
        Tools = [Find, Send, Find with { Description = "Finds it." }, Sum, Find with { Name = "seek" }],
        Examples = [Add, Greet, Add with { Assistant = "4" }, Ask, Greet with { User = "Hello!" }],
    };

    private static readonly FutureMessage Turn = new("user", "Hello") { Files = ["a.txt", "b.txt"] };

    public static readonly FutureLlmRequest Empty = new("demo", "Be brief.", "Hello");
    public static readonly FutureChat.FutureLlmRequest EmptyChat = new("demo", "Be brief.", "Hello");

    // Requests of types that no learner has seen, with every property set.
    public static readonly LlmRequest[] Tomorrow =
    [
        new FutureLlmRequest("demo", "Be brief.", "Hello", Region: "eu")
        {
            // A double cannot hold the next number.
            Seed = 1L << 53, Effort = FutureEffort.Low, Stop = ["one", "two", null, "three"], Reserve = "us", Budget = 1.5m, KnownUntil = DateTimeOffset.UnixEpoch,
            Format = new("table", "two columns") { Samples = [Turn, new("model", "Good day.")], Part = Nested(12) },
            Previous = new("demo", "Be brief.", "Before"), Asked = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            Bias = new Dictionary<string, double> { ["yes"] = 1.5, ["no"] = -2.5 }, Marks = [1, null, 2],
            Labels = new Dictionary<string, string> { ["team"] = "red", ["tier"] = "two" }, Tables = [[[1, 2], [3]], [[4, 5]]], Start = new Queue<string>(["red", "blue"]),
        },
        new FutureChat.FutureLlmRequest("demo", "Be brief.", "Hello")
        {
            Topic = "greetings", Speech = new("low", "slow"), TopP = 0.9, Penalty = 0.5, MaxTokens = 9, Tools = [Find, Send], Examples = [Add, Greet],
            History = [Turn, new("model", "Hi") { Files = ["c.txt"] }, new("user", "Bye")],
        },
    ];

    // Names that not all cultures sort alike.
    public static readonly ExtendedLlmRequest Sorted = Sample with
    {
        Tools = [Find with { ParametersJson = """{"zip":1,"aa":1,"a":1,"cz":1,"ch":1,"I":1,"i":1,"B":1,"b":1,"\u00e4":1,"z":1,"w":1,"v":1}""" }],
    };

    private static FutureFormat? Nested(int depth) => depth == 0 ? null : new FutureFormat($"part {depth}", "text") { Part = Nested(depth - 1) };
}
