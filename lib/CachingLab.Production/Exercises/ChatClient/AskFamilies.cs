using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>Requests that all differ from each other in something that counts.</summary>
internal static class AskFamilies
{
    private const string Object = """{"type":"object","properties":{"q":{"type":"string"}}}""";
    private const string Other = """{"type":"object","properties":{"q":{"type":"number"}}}""";

    private static readonly string[] Formats = ["text", "json", Object, Other];
    private static readonly string[] Modes = ["none", "required", "required:search"];

    private static readonly string[] Separators =
        ["", " ", "\n", "\n\n", "\r\n", "\t", "|", "||", ",", ", ", ";", "; ", ":", "::", "/", "-", "_", "#", "\0", "\u0001", "\u001f", "\u2028", "\\n", "\",\"", "<>"];

    /// <summary>Texts, roles, the number of messages and their order.</summary>
    public static IReadOnlyList<AskVariant> Messages(Exam exam)
    {
        string word = exam.Word();
        string longText = new('a', 5_000);
        string[] texts =
        [
            "Hello", "hello", "HELLO", "Hello ", " Hello", "Hello\n", "Hello.", "Hell\u00f6", "Hello\0", "Helloo", "cafe\u0301", "caf\u00e9", "\u0131", "I", "\ud83d\ude00", "",
            longText, longText + "a", longText + "b", "b" + longText, longText + "b" + longText, longText + "c" + longText, word, word + "s", word.ToUpperInvariant(), "Aa", "BB",
        ];
        var all = new List<AskVariant>(texts.Select(t => new AskVariant("their text", ChatAsk.Of(t))));
        foreach (string role in (string[])["system", "assistant", "tool"])
            all.Add(new("their role", new ChatAsk([new AskMessage(role, "Hello")])));
        all.Add(new("the order of their messages", Said(("system", "one"), ("user", "two"))));
        all.Add(new("the order of their messages", Said(("user", "two"), ("system", "one"))));
        all.Add(new("their roles", Said(("user", "one"), ("system", "two"))));
        all.Add(new("their roles", Said(("user", "one"), ("user", "two"))));
        all.Add(new("the order of their messages", Said(("user", "two"), ("user", "one"))));
        all.Add(new("the number of their messages", Said(("user", "one"), ("assistant", "two"), ("user", "one"))));
        all.Add(new("the number of their messages", Said(("user", "one"), ("assistant", "two"))));
        all.Add(new("where one message ends and the next begins", Said(("user", "ab"), ("user", "c"))));
        all.Add(new("where one message ends and the next begins", Said(("user", "a"), ("user", "bc"))));
        all.Add(new("where one message ends and the next begins", Said(("user", "a"), ("user", "b"), ("user", "c"))));
        foreach (string separator in Separators)
        {
            all.Add(new("where one message ends and the next begins", Said(("user", $"x{separator}y"))));
            foreach (string mark in (string[])["", ":", ": ", "=", "|"])
            {
                if (separator.Length > 0 || mark.Length > 0)
                    all.Add(new("where one message ends and the next begins", Said(("user", $"x{separator}user{mark}y"))));
            }
        }

        all.Add(new("where one message ends and the next begins", Said(("user", "x"), ("user", "y"))));
        return all;
    }

    /// <summary>Requests that differ in one option. The first has no options; tools and additional properties have families of their own.</summary>
    public static IReadOnlyList<AskVariant> Options(Exam exam)
    {
        var all = new List<AskVariant> { new("their options", ChatAsk.Of("Hello")) };
        string word = exam.Word();
        foreach (string model in (string[])["gpt-4o", "gpt-4o-mini", "GPT-4o", word, word + "2"])
            Add("their model", new() { Model = model });
        foreach (double temperature in (double[])[0, 0.1, 0.11, 0.5, 0.7, 0.71, 1, 2, 0.001, exam.Random.Next(1_001, 1_999) / 1_000.0])
            Add("their temperature", new() { Temperature = temperature });
        foreach (double top in (double[])[0, 0.1, 0.5, 0.9, 0.95, 1])
            Add("their top_p", new() { TopP = top });
        foreach (int most in (int[])[1, 2, 10, 11, 100, 1_000, exam.Random.Next(2_000, 9_000)])
            Add("their most tokens", new() { MaxTokens = most });
        Add("their temperature and top_p", new() { Temperature = 0.5, TopP = 1 });
        Add("their temperature and top_p", new() { Temperature = 1, TopP = 0.5 });
        Add("their top_p and most tokens", new() { TopP = 1, MaxTokens = 10 });
        Add("their top_p and most tokens", new() { TopP = 0, MaxTokens = 110 });
        Add("their temperature and most tokens", new() { Temperature = 1, MaxTokens = 23 });
        Add("their temperature and most tokens", new() { Temperature = 2, MaxTokens = 13 });
        Add("their model", new() { Model = "a", MaxTokens = 12 });
        Add("their model", new() { Model = "a1", MaxTokens = 2 });
        Add("their response format", new() { ResponseFormat = "json" });
        Add("their response format", new() { ResponseFormat = Object });
        Add("their response format", new() { ResponseFormat = Other });
        foreach (string mode in (string[])["none", "required", "required:search", "required:refund"])
            Add("their tool mode", new() { ToolMode = mode });
        all.Add(new("their model and their text", new ChatAsk([new AskMessage("user", "c")], new AskOptions { Model = "ab" })));
        all.Add(new("their model and their text", new ChatAsk([new AskMessage("user", "bc")], new AskOptions { Model = "a" })));
        return all;

        void Add(string what, AskOptions options) => all.Add(new(what, ChatAsk.Of("Hello", options)));
    }

    /// <summary>Formats and modes of which one may mean the same as null: each is compared with the others, not with null.</summary>
    public static IReadOnlyList<AskVariant> Named() =>
    [
        .. Formats.Select(f => new AskVariant("their response format", ChatAsk.Of("Hello", new() { ToolMode = "auto", ResponseFormat = f }))),
        .. Modes.Select(m => new AskVariant("their tool mode", ChatAsk.Of("Hello", new() { ResponseFormat = "text", ToolMode = m }))),
    ];

    public static IReadOnlyList<AskVariant> Tools(Exam exam)
    {
        var all = new List<AskVariant> { new("whether they have tools", ChatAsk.Of("Hello")) };
        string word = exam.Word();
        LlmTool search = new("search", "Finds documents.", Object), refund = new("refund", "Pays money back.", Object);
        Add("a tool's name", search);
        Add("a tool's name", search with { Name = "refund" });
        Add("a tool's name", search with { Name = word });
        Add("a tool's description", search with { Description = "Deletes documents." });
        Add("a tool's description", search with { Description = "finds documents." });
        Add("a tool's description", search with { Description = "" });
        Add("a tool's schema", search with { ParametersJson = Other });
        Add("a tool's schema", search with { ParametersJson = """{"type":"object","properties":{"id":{"type":"string"}}}""" });
        Add("a tool's schema", search with { ParametersJson = """{"type":"object","properties":{"q":{"type":"string"}},"required":["q"]}""" });
        Add("their second tool", search, refund);
        Add("their second tool", search, refund with { Name = "close" });
        Add("which tool has which description", search with { Description = refund.Description }, refund with { Description = search.Description });
        Add("which tool has which schema", search with { ParametersJson = Other }, refund);
        Add("which tool has which schema", search, refund with { ParametersJson = Other });
        Add("where a tool's name ends and its description begins", search with { Name = "ab", Description = "c" });
        Add("where a tool's name ends and its description begins", search with { Name = "a", Description = "bc" });
        Add("where one tool ends and the next begins", search with { Name = "a", Description = "" }, search with { Name = "b", Description = "" });
        foreach (string separator in Separators.Where(s => s is not ("\0" or "\u0001" or "\u001f" or "\u2028")))
            Add("where one tool ends and the next begins", search with { Name = $"a{separator}b", Description = "" });
        return all;

        void Add(string what, params LlmTool[] tools) => all.Add(new(what, ChatAsk.Of("Hello", new() { Tools = tools })));
    }

    public static IReadOnlyList<AskVariant> Additional(Exam exam)
    {
        var all = new List<AskVariant> { new("whether they have additional properties", ChatAsk.Of("Hello")) };
        string word = exam.Word();
        string[] values =
        [
            "[1,23]", "[12,3]", "[1,2,3]", "[123]", "123", "\"123\"", "[\"a\",\"b\"]", "[\"a,b\"]", "[\"ab\"]", "[]", "true", "\"true\"", "false", "0.5", "\"\"", "\"[1,23]\"",
            """{"a":1}""", """{"a":2}""", """{"a":{"b":1}}""", """{"a":{"b":2}}""", """[[1],[2]]""", """[[1,2]]""", $"\"{word}\"", $"\"{word}s\"", $"[\"{word}\"]",
        ];
        foreach (string value in values)
            Add("the value of an additional property", ("seeds", value));
        Add("the name of an additional property", ("Seeds", "123"));
        Add("the name of an additional property", ("user", "\"alice\""));
        Add("the value of an additional property", ("user", "\"bob\""));
        Add("which additional property has which value", ("a", "1"), ("b", "2"));
        Add("which additional property has which value", ("a", "2"), ("b", "1"));
        Add("where an additional property's name ends and its value begins", ("ab", "\"c\""));
        Add("where an additional property's name ends and its value begins", ("a", "\"bc\""));
        Add("where one additional property ends and the next begins", ("a", "\"1\""), ("b", "\"2\""));
        foreach (string separator in (string[])["", " ", ",", ", ", ";", "|", "&", "\\n"])
        {
            foreach (string mark in (string[])["", "=", ":", ": "])
                Add("where one additional property ends and the next begins", ("a", $"\"1{separator}b{mark}2\""));
        }

        return all;

        void Add(string what, params (string Name, string Json)[] properties) =>
            all.Add(new(what, ChatAsk.Of("Hello", new() { Additional = [.. properties.Select(p => new AskProperty(p.Name, p.Json))] })));
    }

    public static ChatAsk Said(params (string Role, string Text)[] messages) => new([.. messages.Select(m => new AskMessage(m.Role, m.Text))]);

    /// <summary>Requests with something in every place.</summary>
    public static IReadOnlyList<ChatAsk> Full(Exam exam) =>
    [
        ChatAsk.Of("Hello"),
        Said(("system", "Be brief."), ("user", $"What is {exam.Word()}?"), ("assistant", "What?"), ("user", "caf\u00e9 {0} \"x\"\n")),
        ChatAsk.Of(exam.Word(), new() { Model = "gpt-4o", Temperature = 0, TopP = 0.5, MaxTokens = 100 }),
        ChatAsk.Of(exam.Word(), new() { ResponseFormat = Object, ToolMode = "required:search", Tools = [new("search", "Finds documents.", Object)] }),
        ChatAsk.Of(exam.Word(), new() { ResponseFormat = "json", ToolMode = "auto", Additional = [new("seeds", "[1,23]"), new("user", "\"alice\"")] }),
    ];
}

/// <summary>A request among others that all differ.</summary>
internal sealed record AskVariant(string What, ChatAsk Ask);
