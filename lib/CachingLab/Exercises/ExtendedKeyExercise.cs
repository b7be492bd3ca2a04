using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>What must never share a key, in requests with options, tools and examples, and in those that nobody has thought of yet.</summary>
public static class ExtendedKeyExercise
{
    private const string Function = "MakeCacheKeyTodo";

    private static readonly ExtendedLlmRequest Plain = new("demo", "Be brief.", "Hello");
    private static readonly ExtendedLlmRequest Sample = Plain with { TopP = 0.9, MaxTokens = 100 };
    private static readonly FutureLlmRequest Future = new("demo", "Be brief.", "Hello") { Seed = 7 };
    private static readonly FutureExtendedLlmRequest FutureExtended = new("demo", "Be brief.", "Hello") { TopP = 0.9 };

    private static readonly LlmTool Find = new("find", "Looks it up.", """{"type":"object"}""");
    private static readonly LlmTool Send = new("send", "Sends it.", """{"type":"string"}""");
    private static readonly LlmExample Add = new("Two and two?", "Four.");
    private static readonly LlmExample Greet = new("Hi!", "Good day.");

    private static readonly KeyRules Rules = new(
        Function, [new LlmRequest("demo", "Be brief.", "Hello"), Sample, Future, FutureExtended], RequestField.Nested);

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
                "A recursive function over JsonNode: objects become sorted objects of canonical values, arrays become arrays of canonical values, the rest is cloned. Keep the text as it is when it cannot be parsed.",
            ],
        },
    ])
    {
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

    private static async Task OptionsAsync(KeyProbe keys)
    {
        int tokens = keys.Exam.Random.Next(101, 9_999);
        await keys.MustDifferAsync(Sample, Sample with { TopP = 0.5 }, "two requests that differ in TopP");
        await keys.MustDifferAsync(Sample, Sample with { TopP = 0.91 }, "two requests that differ in TopP");
        await keys.MustDifferAsync(Sample, Sample with { MaxTokens = tokens }, "two requests that differ in MaxTokens");
        await keys.MustDifferAsync(Sample, Sample with { MaxTokens = null }, "a request with MaxTokens and one without");
        await keys.MustDifferAsync(Sample, Sample with { TopP = null }, "a request with TopP and one without");
    }

    private static async Task ToolsAsync(KeyProbe keys)
    {
        string word = keys.Exam.Word();
        ExtendedLlmRequest With(params LlmTool[] tools) => Plain with { Tools = tools };
        await keys.MustDifferAsync(Plain, With(Find), "a request without tools and one with a tool");
        await keys.MustDifferAsync(With(Find), With(Find, Send), "one tool and two");
        await keys.MustDifferAsync(With(Find), With(Find with { Name = word }), "two tools that differ in Name");
        await keys.MustDifferAsync(With(Find), With(Find with { Description = word }), "two tools that differ in Description");
        await keys.MustDifferAsync(With(Find), With(Find with { ParametersJson = $$"""{"type":"{{word}}"}""" }), "two tools that differ in ParametersJson");
        await keys.MustDifferAsync(With(Find, Send), With(Find, Send with { Name = word }), "two requests that differ in the second tool");
    }

    private static async Task ExamplesAsync(KeyProbe keys)
    {
        string word = keys.Exam.Word();
        ExtendedLlmRequest With(params LlmExample[] examples) => Plain with { Examples = examples };
        await keys.MustDifferAsync(Plain, With(Add), "a request without examples and one with an example");
        await keys.MustDifferAsync(With(Add), With(Add, Greet), "one example and two");
        await keys.MustDifferAsync(With(Add), With(Add with { User = word }), "two examples that differ in User");
        await keys.MustDifferAsync(With(Add), With(Add with { Assistant = word }), "two examples that differ in Assistant");
        await keys.MustDifferAsync(With(Add, Greet), With(Add, Greet with { Assistant = word }), "two requests that differ in the second example");
    }

    private static async Task OrderAsync(KeyProbe keys)
    {
        string word = keys.Exam.Word();
        LlmExample random = new(word, "Yes.");
        await keys.MustDifferAsync(Plain with { Tools = [Find, Send] }, Plain with { Tools = [Send, Find] }, "two tools in another order");
        await keys.MustDifferAsync(Plain with { Examples = [Add, Greet] }, Plain with { Examples = [Greet, Add] }, "two examples in another order");
        await keys.MustDifferAsync(Plain with { Examples = [random, Add] }, Plain with { Examples = [Add, random] }, "two examples in another order");
        if (await keys.TellsApartAsync(Future with { Stop = ["one"] }, Future with { Stop = ["two"] }))
            await keys.MustDifferAsync(Future with { Stop = ["one", word] }, Future with { Stop = [word, "one"] }, "two texts of a list in another order");
    }

    private static async Task NullsAsync(KeyProbe keys)
    {
        foreach (double value in (double[])[0.0, 1.0])
            await keys.MustDifferAsync(Plain with { TopP = null }, Plain with { TopP = value }, $"no TopP and TopP = {value}");
        foreach (int value in (int[])[0, -1, int.MaxValue])
            await keys.MustDifferAsync(Plain with { MaxTokens = null }, Plain with { MaxTokens = value }, $"no MaxTokens and MaxTokens = {value}");
        FutureLlmRequest[] different =
        [
            Future with { Stop = null, Seed = null }, Future with { Stop = null, Seed = 0 }, Future with { Stop = [], Seed = null }, Future with { Stop = [""], Seed = null },
        ];
        if (!await keys.TellsApartAsync(Future with { Stop = ["one"], Seed = 1 }, Future with { Stop = ["two"], Seed = 2 }))
            return;
        foreach (FutureLlmRequest other in different[1..])
            await keys.MustDifferAsync(different[0], other, "null, and zero or empty, in a request type made tomorrow");
    }

    private static async Task EqualListsAsync(KeyProbe keys)
    {
        var random = new LlmExample(keys.Exam.Word(), "Yes.");
        ExtendedLlmRequest array = Plain with { Tools = new[] { Find, Send }, Examples = new[] { Add, random } };
        ExtendedLlmRequest copy = Plain with { Tools = new[] { Find with { }, Send with { } }, Examples = new[] { Add with { }, random with { } } };
        ExtendedLlmRequest list = Plain with { Tools = new List<LlmTool> { Find, Send }, Examples = new List<LlmExample> { Add, random } };
        await keys.MustAgreeAsync(array, copy, "two requests with equal lists");
        await keys.MustAgreeAsync(array, list, "an array and a List with equal items");
    }

    private static async Task FutureAsync(KeyProbe keys)
    {
        await keys.MustDifferAsync(FutureChanges.Of(Future, FutureExtended, keys.Exam.Word())
            .Select(c => new KeyFamily($"two requests of a type made tomorrow that differ in {c.Field}", [c.First, c.Second])));
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
        await keys.MustDifferAsync(sample, array, "two schemas with an array in another order");
        await keys.MustDifferAsync(sample, value, "two schemas that differ in a value");
    }
}
