using CachingLab.Exams;
using CachingLab.Exercises.Keys;
using static CachingLab.Exercises.ExtendedKey.ExtendedSamples;

namespace CachingLab.Exercises.ExtendedKey;

/// <summary>What changes the extended key, and what does not.</summary>
internal static class ExtendedKeyRequirements
{
    private static readonly string[] Known = [.. typeof(ExtendedLlmRequest).GetProperties().Select(p => p.Name)];

    public static Requirement<IKeyMaker> Collisions(Requirement<IKeyMaker> plain) => plain with
    {
        Verify = async (maker, exam) =>
        {
            await plain.Verify(maker, exam);
            var keys = new KeyProbe(maker, exam, ExtendedKeyExercise.Function);
            (LlmRequest Plain, LlmRequest Changed, LlmRequest First, LlmRequest Second)[] cuts = [.. ListBoundaries.Of(Plain)];
            IReadOnlyList<string?> plainer = await keys.KeysAsync([.. cuts.Select(c => c.Plain)]);
            IReadOnlyList<string?> changed = await keys.KeysAsync([.. cuts.Select(c => c.Changed)]);
            await keys.MustDifferAsync(cuts.Where((_, i) => plainer[i] != changed[i]).Select(c => new KeyFamily(
                "two requests with the same text, cut into fields and items at another place", [c.First, c.Second])));
        },
    };

    public static Task OptionsAsync(KeyProbe keys) => ChangesAsync(keys, [Sample, Full], p => p is "TopP" or "MaxTokens");

    public static async Task ToolsAsync(KeyProbe keys)
    {
        await keys.MustDifferAsync(Plain, Plain with { Tools = [Find] }, "a request without tools and one with a tool");
        await ChangesAsync(keys, [Plain with { Tools = [Find] }, Full], p => p.StartsWith("Tools", StringComparison.Ordinal));
        await keys.MustDifferAsync(LookAlikes.Of(keys.Exam).Select(t => t.In(RequestField.ToolSchema, Plain)));
        await LongTools(keys).MustDifferAsync(
            "two requests that differ in one of many tools",
            [.. LongList<LlmTool>.Places(keys.Exam).Select(i => ((Action<LlmTool[]>)(items => items[i] = Send), $"items[{i}] = {RequestText.Value(Send)}"))]);
    }

    public static async Task ExamplesAsync(KeyProbe keys, IKeyMaker maker)
    {
        await keys.MustDifferAsync(Plain, Plain with { Examples = [Add] }, "a request without examples and one with an example");
        await ChangesAsync(keys, [Plain with { Examples = [Add] }, Full], p => p.StartsWith("Examples", StringComparison.Ordinal));
        await LongExamples(keys).MustDifferAsync(
            "two requests that differ in one of many examples",
            [.. LongList<LlmExample>.Places(keys.Exam).Select(i => ((Action<LlmExample[]>)(items => items[i] = Greet), $"items[{i}] = {RequestText.Value(Greet)}"))]);

        ExtendedLlmRequest request = Plain with { Examples = new List<LlmExample> { Add } };
        string[] changes = ["replaced in", "added to"], calls = [$"[0] = {RequestText.Value(Greet)}", $".Add({RequestText.Value(Greet)})"];
        keys.Exam.Try(Code(1), Tried(1));
        IReadOnlyList<string?> made = await maker.ChangingAsync(request, Greet, keys.Exam.CancellationToken).As(3);
        for (int i = 0; i < changes.Length; i++)
        {
            if (made[i] == made[i + 1])
                throw keys.Exam.Unmet(Tried(i), GotText.Keys(made[i], made[i + 1]), "two keys", Code(i));
        }

        string Tried(int change) => $"a request before and after an example was {changes[change]} its list";
        string Code(int change) => $"""
            var request = {RequestText.Of(request)};
            string before = {ExtendedKeyExercise.Function}(request);
            ((System.Collections.Generic.List<LlmExample>)request.Examples){calls[change]};
            Got.Keys(before, {ExtendedKeyExercise.Function}(request));
            """;
    }

    private static LongList<LlmTool> LongTools(KeyProbe keys) => new(
        keys, nameof(ExtendedLlmRequest.Tools), i => Find with { Name = $"find{i}" }, """new LlmTool($"find{i}", "Looks it up.", "{\"type\":\"object\"}")""",
        items => Plain with { Tools = items });

    private static LongList<LlmExample> LongExamples(KeyProbe keys) => new(
        keys, nameof(ExtendedLlmRequest.Examples), i => Add with { User = $"{i} and two?" }, """new LlmExample($"{i} and two?", "Four.")""",
        items => Plain with { Examples = items });

    public static async Task OrderAsync(KeyProbe keys)
    {
        foreach (LlmRequest request in (LlmRequest[])[Full, Alike, .. Tomorrow])
            await OfCountingAsync(keys, request, VariationKind.Order, "two requests with another order in");

        await LongExamples(keys).MustDifferAsync(
            "two requests with two of many examples in another order",
            (items => (items[1], items[257]) = (items[257], items[1]), "(items[1], items[257]) = (items[257], items[1])"));
    }

    public static async Task NullsAsync(KeyProbe keys)
    {
        foreach (LlmRequest request in (LlmRequest[])[Sample, Full, .. Tomorrow])
            await OfCountingAsync(keys, request, VariationKind.Nothing, "null, and zero or empty, in");
    }

    // Another requirement checks that each field counts at all.
    private static async Task OfCountingAsync(KeyProbe keys, LlmRequest request, VariationKind kind, string tried)
    {
        IReadOnlyList<Variation> all = await Variations.OfAsync(keys.Exam, request);
        IGrouping<string, Variation>[] places = [.. all.GroupBy(v => v.Path).Where(p => p.Any(v => v.Kind == kind))];
        Variation?[] others = [.. places.Select(p => p.Concat(all.Where(v => v.Path.StartsWith(p.Key + '.', StringComparison.Ordinal)))
            .FirstOrDefault(v => v.Kind is VariationKind.Value))];
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

    public static async Task EqualListsAsync(KeyProbe keys)
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
    public static async Task FutureAsync(KeyProbe keys)
    {
        await ChangesAsync(keys, Tomorrow, p => p is "TopP" or "Tools[0].Name" or "Examples[0].User" || !Known.Contains(p.Split('.', '[')[0]));

        // A key that leaves out names and empty fields takes one field for another.
        const string Tried = "two requests with one value in different fields";
        await keys.MustDifferAsync(
        [
            new KeyFamily(Tried,
            [
                new FutureLlmRequest("demo", "Be brief.", "Hello", Region: "1"), Empty with { Reserve = "1" }, Empty with { Seed = 1 }, Empty with { Budget = 1 },
                Empty with { Stop = ["1"] }, Empty with { Start = ["1"] }, Empty with { Previous = new("1", "", "") }, Empty with { Format = new("1", null) },
            ]),
            new KeyFamily(
                "two requests that differ in a list's null",
                [.. ((int?[][])[[], [null], [0], [1], [1, null], [null, 1], [1, null, 2], [1, 2]]).Select(m => Empty with { Marks = m })]),
            new KeyFamily(
                "two requests with an item that is named like a field",
                [Empty with { Start = ["1", "Stop"], Stop = ["2"] }, Empty with { Start = ["1"], Stop = ["Stop", "2"] }]),
            new KeyFamily(
                "two requests with a text that looks like a field",
                [EmptyChat with { Speech = new("a, Pace = b", "c") }, EmptyChat with { Speech = new("a", "b, Pace = c") }]),
            new KeyFamily(Tried, [EmptyChat with { TopP = 1 }, EmptyChat with { MaxTokens = 1 }, EmptyChat with { Penalty = 1 }, EmptyChat with { Topic = "1" }]),
        ]);
    }

    public static async Task SchemaAsync(KeyProbe keys)
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
        const string Quoted = """ "a \"b\" {c}, [d]" """, Escaped = """ "\\" """;
        await keys.MustAgreeAsync(
            With($$$"""{"{{{word}}}":{{{Quoted}}},"pattern":{{{Escaped}}},"a":1}"""), With($$$"""{"a":1,"pattern":{{{Escaped}}},"{{{word}}}":{{{Quoted}}}}"""),
            "one schema with escaped characters in its texts, in another order");
        await keys.MustAgreeAsync(
            With($$$"""{"anyOf":[{"{{{word}}}":1,"b":[{"c":1,"d":2}]},[]]}"""), With($$$"""{"anyOf":[{"b":[{"d":2,"c":1}],"{{{word}}}":1},[]]}"""),
            "one schema with the names of an object in an array in another order");
        await keys.MustDifferAsync(sample, array, "two schemas with an array in another order");
        await keys.MustDifferAsync(sample, value, "two schemas that differ in a value");
    }
}
