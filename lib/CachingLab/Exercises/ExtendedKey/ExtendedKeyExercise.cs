using CachingLab.Exams;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.ExtendedKey;

/// <summary>Which requests must never share a key, with options, tools and examples, and with fields that do not exist yet?</summary>
public static class ExtendedKeyExercise
{
    internal const string Function = "MakeCacheKeyTodo";

    private static readonly KeyRules Rules = new(
        Function, [new LlmRequest("demo", "Be brief.", "Hello"), ExtendedSamples.Sample, ExtendedSamples.Future, ExtendedSamples.FutureExtended],
        RequestField.Nested, [ExtendedSamples.Sorted]);

    public static Exercise<IKeyMaker> Exercise { get; } = new("extended-key", "The key that stays right", "06-cache-policy", Function,
    [
        Rules.SameRequest,
        Rules.EveryField,
        Rules.LongPrompts,
        ExtendedKeyRequirements.Collisions(Rules.NoCollision),
        Rules.NearTexts,
        Rules.SafeKey,
        Rules.AnyCulture,
        Rules.AnotherProcess,
        Rules.Rule("options-count", "Changing TopP or MaxTokens changes the key", ExtendedKeyRequirements.OptionsAsync,
            "Two requests that differ only in MaxTokens: may one have the other's answer?",
            "JsonSerializer.Serialize(request) with an LlmRequest variable writes LlmRequest's four fields only, whatever the object is.",
            "Serialize by the object's own type: JsonSerializer.Serialize(request, request.GetType())."),
        Rules.Rule("tools-count", "Changing anything about the tools changes the key", ExtendedKeyRequirements.ToolsAsync,
            "A model with other tools gives other answers. Is it enough to know that there are tools?",
            "A list's ToString is the name of its type, not what it holds. Go into each tool: Name, Description, ParametersJson.",
            "JSON goes into lists by itself: JsonSerializer.Serialize(request, request.GetType()) writes every tool with its three fields."),
        Rules.Rule("examples-count", "Changing anything about the examples changes the key", ExtendedKeyRequirements.ExamplesAsync,
            "Few-shot examples are part of what the model reads.",
            "Both halves of every example count: what the user said and what the assistant answered.",
            "JsonSerializer.Serialize(request, request.GetType()) writes every example with both texts."),
        Rules.Rule("order-counts", "Another order in a list changes the key", ExtendedKeyRequirements.OrderAsync,
            "Models read from top to bottom: the last example weighs more than the first.",
            "Sorting a list makes two different requests look the same. So does adding up or XOR-ing the hashes of its items.",
            "Write the items in the order in which they stand. Property names may be sorted; list items never.")
        with { After = ["tools-count", "examples-count"] },
        Rules.Rule("null-is-not-zero", "Null, zero and empty are three different things", ExtendedKeyRequirements.NullsAsync,
            "No MaxTokens means the provider's default. MaxTokens = 0 means no tokens. One key for both?",
            "?? 0 and GetValueOrDefault() make null and 0 one; ?? [] and ?? \"\" make null and empty one.",
            "Write null as a word of its own, as JSON does: {\"TopP\":null} is neither {\"TopP\":0} nor {\"TopP\":\"\"}.")
        with { After = ["options-count"] },
        Rules.Rule("equal-lists-same-key", "Equal content in two lists gives equal keys", ExtendedKeyRequirements.EqualListsAsync,
            "Two lists with the same items are not Equals, and records that hold them are not either.",
            "Nothing may go into the key that belongs to the list object itself: its hash code, its type's name, its identity.",
            "Write what the list holds, item by item; JSON writes an array and a List<T> alike.")
        with { After = [KeyRules.SameId] },
        Rules.Rule("future-fields-count", "Fields of a request type made tomorrow count too", ExtendedKeyRequirements.FutureAsync,
            "Next month someone derives a record from LlmRequest and adds Seed. Who remembers to change this function?",
            "A switch over the types you know, or a list of property names, forgets the ones you do not know. Ask the object for its own properties.",
            "JsonSerializer.Serialize(request, request.GetType()) writes every public property of the run-time type, nested ones too."),
        Rules.NegativeZero,
        Rules.LoneSurrogates,
        Rules.Rule("schema-key-order", "The order of names inside a tool's JSON schema does not count", ExtendedKeyRequirements.SchemaAsync,
            "{\"a\":1,\"b\":2} and {\"b\":2,\"a\":1} are one schema, written twice.",
            "Parse the schema, and write it again with each object's names sorted (StringComparer.Ordinal), at every depth. Leave arrays in their order.",
            "A recursive function over JsonNode: objects become sorted objects of canonical values, arrays become arrays of canonical values, the rest is cloned. "
                + "Keep the text as it is when it cannot be parsed.")
        with { After = ["tools-count", "equal-lists-same-key"], Stretch = true },
    ])
    {
        AnswerMinutes = 7,
        FirstStep = "Make a text that shows every field the request really has, those of a derived type too, and print it for two requests that differ in one tool. "
            + "Making it short and safe comes last.",
    };
}
