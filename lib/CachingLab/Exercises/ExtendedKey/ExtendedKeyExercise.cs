using CachingLab.Exams;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.ExtendedKey;

/// <summary>Which requests must never share a key, with options, tools and examples, and with fields that do not exist yet?</summary>
public static class ExtendedKeyExercise
{
    private const string Function = "MakeCacheKeyTodo";

    // More items than a byte can number.
    private const int Many = 300;

    private static readonly ExtendedLlmRequest Plain = new("demo", "Be brief.", "Hello");
    private static readonly ExtendedLlmRequest Sample = Plain with { TopP = 0.9, MaxTokens = 100 };
    private static readonly FutureLlmRequest Future = new("demo", "Be brief.", "Hello") { Seed = 7 };
    private static readonly FutureExtendedLlmRequest FutureExtended = new("demo", "Be brief.", "Hello") { TopP = 0.9 };

    private static readonly LlmTool Find = new("find", "Looks it up.", """{"type":"object"}""");
    private static readonly LlmTool Send = new("send", "Sends it.", """{"type":"string"}""");
    private static readonly LlmTool Sum = new("sum", "Adds up.", "{type:number}");
    private static readonly LlmExample Add = new("Two and two?", "Four.");
    private static readonly LlmExample Greet = new("Hi!", "Good day.");
    private static readonly LlmExample Ask = new("And three?", "Six.");
    private static readonly ExtendedLlmRequest Full = Sample with { Tools = [Find, Send, Sum], Examples = [Add, Greet, Ask] };

    // Items that have one text in common, with another item between them.
    private static readonly ExtendedLlmRequest Alike = Sample with
    {
        Tools = [Find, Send, Find with { Description = "Finds it." }, Sum, Find with { Name = "seek" }],
        Examples = [Add, Greet, Add with { Assistant = "4" }, Ask, Greet with { User = "Hello!" }],
    };

    private static readonly ExtendedLlmRequest Long = Plain with
    {
        Tools = [.. Enumerable.Range(0, Many).Select(i => Find with { Name = $"find{i}" })],
        Examples = [.. Enumerable.Range(0, Many).Select(i => Add with { User = $"{i} and two?" })],
    };
    private static readonly FutureMessage Turn = new("user", "Hello") { Files = ["a.txt", "b.txt"] };

    private static readonly FutureLlmRequest Empty = new("demo", "Be brief.", "Hello");
    private static readonly FutureChatLlmRequest EmptyChat = new("demo", "Be brief.", "Hello");

    private static readonly string[] Known = [.. typeof(ExtendedLlmRequest).GetProperties().Select(p => p.Name)];

    // Requests of types that no learner has seen, with every property set.
    private static readonly LlmRequest[] Tomorrow =
    [
        new FutureLlmRequest("demo", "Be brief.", "Hello", Region: "eu")
        {
            // A double cannot hold the next number.
            Seed = 1L << 53, Effort = FutureEffort.Low, Stop = ["one", "two", "three"], Tenant = "us", Budget = 1.5m, KnownUntil = DateTimeOffset.UnixEpoch,
            Format = new("table", "two columns") { Samples = [Turn, new("model", "Good day.")], Part = Nested(12) },
            Previous = new("demo", "Be brief.", "Before"), Asked = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            Bias = new Dictionary<string, double> { ["yes"] = 1.5, ["no"] = -2.5 }, Table = [[1, 2], [3], [4, 5]], Labels = new Queue<string>(["red", "blue"]),
        },
        new FutureChatLlmRequest("demo", "Be brief.", "Hello")
        {
            Topic = "greetings", TopP = 0.9, Penalty = 0.5, MaxTokens = 9, Tools = [Find, Send], Examples = [Add, Greet],
            History = [Turn, new("model", "Hi") { Files = ["c.txt"] }, new("user", "Bye")],
        },
    ];

    private static readonly ExtendedLlmRequest Sorted = Sample with
    {
        Tools = [Find with { ParametersJson = """{"zip":1,"aa":1,"a":1,"cz":1,"ch":1,"I":1,"i":1,"B":1,"b":1,"\u00e4":1,"z":1,"w":1,"v":1}""" }],
    };

    private static readonly KeyRules Rules = new(
        Function, [new LlmRequest("demo", "Be brief.", "Hello"), Sample, Future, FutureExtended], RequestField.Nested, [Sorted], many: 150_000);

    public static Exercise<IKeyMaker> Exercise { get; } = new("extended-key", "The key that stays right", "06-cache-policy", Function,
    [
        Rules.SameRequest,
        Rules.EveryField,
        Rules.LongPrompts,
        Collisions(Rules.NoCollision),
        Rules.NearTexts,
        Rules.SafeKey,
        Rules.AnyCulture,
        Rules.AnotherProcess,
        Rules.Rule("options-count", "Changing TopP or MaxTokens changes the key", OptionsAsync) with
        {
            Hints =
            [
                "Two requests that differ only in MaxTokens: may one have the other's answer?",
                "JsonSerializer.Serialize(request) with an LlmRequest variable writes LlmRequest's four fields only, whatever the object is.",
                "Serialize by the object's own type: JsonSerializer.Serialize(request, request.GetType()).",
            ],
        },
        Rules.Rule("tools-count", "Changing anything about the tools changes the key", ToolsAsync) with
        {
            Hints =
            [
                "A model with other tools gives other answers. Is it enough to know that there are tools?",
                "A list's ToString is the name of its type, not what it holds. Go into each tool: Name, Description, ParametersJson.",
                "JSON goes into lists by itself: JsonSerializer.Serialize(request, request.GetType()) writes every tool with its three fields.",
            ],
        },
        Rules.Rule("examples-count", "Changing anything about the examples changes the key", ExamplesAsync) with
        {
            Hints =
            [
                "Few-shot examples are part of what the model reads.",
                "Both halves of every example count: what the user said and what the assistant answered.",
                "JsonSerializer.Serialize(request, request.GetType()) writes every example with both texts.",
            ],
        },
        Rules.Rule("order-counts", "Another order in a list changes the key", OrderAsync) with
        {
            After = ["tools-count", "examples-count"],
            Hints =
            [
                "Models read from top to bottom: the last example weighs more than the first.",
                "Sorting a list makes two different requests look the same. So does adding up or XOR-ing the hashes of its items.",
                "Write the items in the order in which they stand. Property names may be sorted; list items never.",
            ],
        },
        Rules.Rule("null-is-not-zero", "Null, zero and empty are three different things", NullsAsync) with
        {
            After = ["options-count"],
            Hints =
            [
                "No MaxTokens means the provider's default. MaxTokens = 0 means no tokens. One key for both?",
                "?? 0 and GetValueOrDefault() make null and 0 one; ?? [] and ?? \"\" make null and empty one.",
                "Write null as a word of its own, as JSON does: {\"TopP\":null} is neither {\"TopP\":0} nor {\"TopP\":\"\"}.",
            ],
        },
        Rules.Rule("equal-lists-same-key", "Equal content in two lists gives equal keys", EqualListsAsync) with
        {
            After = [KeyRules.SameId],
            Hints =
            [
                "Two lists with the same items are not Equals, and records that hold them are not either.",
                "Nothing may go into the key that belongs to the list object itself: its hash code, its type's name, its identity.",
                "Write what the list holds, item by item; JSON writes an array and a List<T> alike.",
            ],
        },
        Rules.Rule("future-fields-count", "Fields of a request type made tomorrow count too", FutureAsync) with
        {
            Hints =
            [
                "Next month someone derives a record from LlmRequest and adds Seed. Who remembers to change this function?",
                "A switch over the types you know, or a list of property names, forgets the ones you do not know. Ask the object for its own properties.",
                "JsonSerializer.Serialize(request, request.GetType()) writes every public property of the run-time type, nested ones too.",
            ],
        },
        Rules.NegativeZero,
        Rules.LoneSurrogates,
        Rules.Rule("schema-key-order", "The order of names inside a tool's JSON schema does not count", SchemaAsync) with
        {
            Stretch = true,
            After = ["tools-count", "equal-lists-same-key"],
            Hints =
            [
                "{\"a\":1,\"b\":2} and {\"b\":2,\"a\":1} are one schema, written twice.",
                "Parse the schema, and write it again with each object's names sorted (StringComparer.Ordinal), at every depth. Leave arrays in their order.",
                "A recursive function over JsonNode: objects become sorted objects of canonical values, arrays become arrays of canonical values, the rest is cloned. "
                    + "Keep the text as it is when it cannot be parsed.",
            ],
        },
    ])
    {
        AnswerMinutes = 7,
        FirstStep = "Make a text that shows every field the request really has, those of a derived type too, and print it for two requests that differ in one tool. "
            + "Making it short and safe comes last.",
    };

    private static Requirement<IKeyMaker> Collisions(Requirement<IKeyMaker> plain) => plain with
    {
        Verify = async (maker, exam) =>
        {
            await plain.Verify(maker, exam);
            var keys = new KeyProbe(maker, exam, Function);
            (LlmRequest Plain, LlmRequest Changed, LlmRequest First, LlmRequest Second)[] cuts = [.. ListBoundaries.Of(Plain)];
            IReadOnlyList<string?> plainer = await keys.KeysAsync([.. cuts.Select(c => c.Plain)]);
            IReadOnlyList<string?> changed = await keys.KeysAsync([.. cuts.Select(c => c.Changed)]);
            await keys.MustDifferAsync(cuts.Where((_, i) => plainer[i] != changed[i]).Select(c => new KeyFamily(
                "two requests with the same text, cut into fields and items at another place", [c.First, c.Second])));
        },
    };

    private static Task OptionsAsync(KeyProbe keys) => ChangesAsync(keys, [Sample, Full], p => p is "TopP" or "MaxTokens");

    private static async Task ToolsAsync(KeyProbe keys)
    {
        await keys.MustDifferAsync(Plain, Plain with { Tools = [Find] }, "a request without tools and one with a tool");
        await ChangesAsync(keys, [Plain with { Tools = [Find] }, Full], p => p.StartsWith("Tools", StringComparison.Ordinal));
        await keys.MustDifferAsync(LookAlikes.Of(keys.Exam).Select(t => t.In(RequestField.ToolSchema, Plain)));
        await keys.MustDifferAsync([new KeyFamily(
            "two requests that differ in one of 300 tools",
            [Long, .. Places(keys.Exam).Select(i => Long with { Tools = [.. Long.Tools.Select((t, at) => at == i ? Send : t)] })])]);
    }

    private static async Task ExamplesAsync(KeyProbe keys, IKeyMaker maker)
    {
        await keys.MustDifferAsync(Plain, Plain with { Examples = [Add] }, "a request without examples and one with an example");
        await ChangesAsync(keys, [Plain with { Examples = [Add] }, Full], p => p.StartsWith("Examples", StringComparison.Ordinal));
        await keys.MustDifferAsync([new KeyFamily(
            "two requests that differ in one of 300 examples",
            [Long, .. Places(keys.Exam).Select(i => Long with { Examples = [.. Long.Examples.Select((e, at) => at == i ? Greet : e)] })])]);

        ExtendedLlmRequest request = Plain with { Examples = new List<LlmExample> { Add } };
        keys.Exam.Try($"""
            var request = {RequestText.Of(request)};
            string before = {Function}(request);
            ((System.Collections.Generic.List<LlmExample>)request.Examples).Add(new LlmExample("{Greet.User}", "{Greet.Assistant}"));
            Got.Keys(before, {Function}(request));
            """);
        IReadOnlyList<string?> grown = await maker.GrowingAsync(request, Greet, keys.Exam.CancellationToken).As(2);
        if (grown[0] == grown[1])
            throw keys.Exam.Unmet("a request before and after an example was added to its list", GotText.Keys(grown[0], grown[1]), "two keys");
    }

    // The ends of a long list, and places between them.
    private static IEnumerable<int> Places(Exam exam) => ((int[])[0, Many - 1, 8, 16, 32, 64, 128, 256, exam.Random.Next(4, Many)]).Distinct();

    private static FutureFormat? Nested(int depth) => depth == 0 ? null : new FutureFormat($"part {depth}", "text") { Part = Nested(depth - 1) };

    private static async Task OrderAsync(KeyProbe keys)
    {
        foreach (LlmRequest request in (LlmRequest[])[Full, Alike, .. Tomorrow])
            await OfCountingAsync(keys, request, VariationKind.Order, "two requests with another order in");

        LlmExample[] swapped = [.. Long.Examples];
        (swapped[1], swapped[257]) = (swapped[257], swapped[1]);
        await keys.MustDifferAsync(Long, Long with { Examples = swapped }, $"two requests with two of {Many} examples in another order");
    }

    private static async Task NullsAsync(KeyProbe keys)
    {
        foreach (LlmRequest request in (LlmRequest[])[Sample, Full, .. Tomorrow])
            await OfCountingAsync(keys, request, VariationKind.Nothing, "null, and zero or empty, in");
    }

    // Another requirement checks that each field counts at all.
    private static async Task OfCountingAsync(KeyProbe keys, LlmRequest request, VariationKind kind, string tried)
    {
        IGrouping<string, Variation>[] places =
            [.. (await Variations.OfAsync(keys.Exam, request)).GroupBy(v => v.Path).Where(p => p.Any(v => v.Kind == kind))];
        Variation?[] others = [.. places.Select(p => p.FirstOrDefault(v => v.Kind is VariationKind.Value))];
        IReadOnlyList<string?> made = await keys.KeysAsync([request, .. others.Select(o => o?.Request ?? request)]);
        await keys.MustDifferAsync(places.Where((_, i) => others[i] is null || made[i + 1] != made[0]).Select(p => new KeyFamily(
            $"{tried} {p.Key}", [request, .. p.Where(v => v.Kind == kind).Select(v => v.Request)])));
    }

    private static async Task ChangesAsync(KeyProbe keys, IReadOnlyList<LlmRequest> requests, Func<string, bool> path)
    {
        var families = new List<KeyFamily>();
        foreach (LlmRequest request in requests)
        {
            families.AddRange((await Variations.OfAsync(keys.Exam, request)).Where(v => v.Kind is VariationKind.Value && path(v.Path))
                .GroupBy(v => v.Path, (place, some) => new KeyFamily($"two requests that differ in {place}", [request, .. some.Select(v => v.Request)])));
        }

        await keys.MustDifferAsync(families);
    }

    private static async Task EqualListsAsync(KeyProbe keys)
    {
        var random = new LlmExample(keys.Exam.Word(), "Yes.");
        LlmTool[] tools = [Find, Send, Find];
        LlmExample[] examples = [Add, random, random];
        LlmRequest Of(int kind, Func<LlmTool, LlmTool> tool, Func<LlmExample, LlmExample> example) => Plain with
        {
            Tools = (IReadOnlyList<LlmTool>)Lists.Of(typeof(IReadOnlyList<LlmTool>), [.. tools.Select(tool)], kind),
            Examples = (IReadOnlyList<LlmExample>)Lists.Of(typeof(IReadOnlyList<LlmExample>), [.. examples.Select(example)], kind),
        };
        LlmRequest array = Of(0, t => t, e => e);
        await keys.MustAgreeAsync(array, Of(0, t => t with { }, e => e with { }), "two requests with equal lists");
        for (int kind = 1; kind < Lists.Kinds - 1; kind++)
            await keys.MustAgreeAsync(array, Of(kind, t => t with { }, e => e with { }), "an array and another list with equal items");
    }

    // Of the base types' properties, a few show whether they count in derived types too.
    private static async Task FutureAsync(KeyProbe keys)
    {
        await ChangesAsync(keys, Tomorrow, p => p is "TopP" or "Tools[0].Name" or "Examples[0].User" || !Known.Contains(p.Split('.', '[')[0]));

        // A key that leaves out names and empty fields takes one field for another.
        const string Tried = "two requests with one value in different fields";
        await keys.MustDifferAsync(
        [
            new KeyFamily(Tried,
            [
                new FutureLlmRequest("demo", "Be brief.", "Hello", Region: "1"), Empty with { Tenant = "1" }, Empty with { Seed = 1 }, Empty with { Budget = 1 },
                Empty with { Stop = ["1"] }, Empty with { Labels = ["1"] }, Empty with { Previous = new("1", "", "") }, Empty with { Format = new("1", null) },
            ]),
            new KeyFamily(Tried, [EmptyChat with { TopP = 1 }, EmptyChat with { MaxTokens = 1 }, EmptyChat with { Penalty = 1 }, EmptyChat with { Topic = "1" }]),
        ]);
    }

    private static async Task SchemaAsync(KeyProbe keys)
    {
        string word = keys.Exam.Word();
        ExtendedLlmRequest With(string schema) => Plain with { Tools = [Find with { ParametersJson = schema }] };
        ExtendedLlmRequest sample = With($$$$"""{"type":"object","properties":{"{{{{word}}}}":{"type":"string","minLength":1},"b":{}},"required":["b","{{{{word}}}}"]}""");
        ExtendedLlmRequest sorted = With($$$$"""{"required":["b","{{{{word}}}}"],"properties":{"b":{},"{{{{word}}}}":{"minLength":1,"type":"string"}},"type":"object"}""");
        ExtendedLlmRequest array = With($$$$"""{"type":"object","properties":{"{{{{word}}}}":{"type":"string","minLength":1},"b":{}},"required":["{{{{word}}}}","b"]}""");
        ExtendedLlmRequest value = With($$$$"""{"type":"object","properties":{"{{{{word}}}}":{"type":"string","minLength":2},"b":{}},"required":["b","{{{{word}}}}"]}""");
        await keys.MustAgreeAsync(sample, sorted, "one schema with its names in another order");
        await keys.MustAgreeAsync(
            With($$$"""{"{{{word}}}":1,"{{{word.ToUpperInvariant()}}}":2}"""), With($$$"""{"{{{word.ToUpperInvariant()}}}":2,"{{{word}}}":1}"""),
            "one schema with names that differ in case, in another order");
        await keys.MustDifferAsync(sample, array, "two schemas with an array in another order");
        await keys.MustDifferAsync(sample, value, "two schemas that differ in a value");
    }
}
