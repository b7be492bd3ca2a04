namespace CachingLab.Exercises;

/// <summary>Pairs of different requests that become one text when their fields are joined with this or that between them.</summary>
internal static class Boundaries
{
    // What a careless key puts between two fields. The first is the most common of all: nothing.
    private static readonly string[] Delimiters =
    [
        "", "|", "\n", "\0", ":", ",", ";", "\t", " ", "\r\n", "\"", "\\", "/", "_", "-", "#", "&", "=", "~", "^", ".", "!", "$", "%", "*", "+",
        "?", "@", "'", "`", "(", ")", "[", "]", "{", "}", "<", ">", "\u0001", "\u001c", "\u001d", "\u001e", "\u001f", "\u00a7", "\u2028", "\uffff",
        "||", "::", "--", "---", "__", "##", "//", "\n\n", "\n---\n", "|||", "<|>", "~~", "->", "=>", " | ", ", ", " - ", ": ", "; ", "\\n", "\\0",
        "\",\"", "\", \"", "\"|\"", "','", "\",\n  \"", "</s>", "<sep>",
    ];

    // The most common ones, tried between every two fields; the whole list between those that most keys put side by side.
    private const int Common = 10;

    // Delimiters that are often escaped by doubling them, or by a backslash that is not itself escaped.
    private static readonly string[] Escaped = ["|", ":", ",", ";", "\"", "'", "\\", "/", "#", "-", "_", "~", "\0"];

    private static readonly (string Before, string After)[] Labels =
    [
        (", ", " = "), (", ", ": "), (", ", "="), (",", "="), (",", ":"), (";", "="), ("; ", "="), ("\n", ": "), ("\n", ":"), ("\n", "="),
        ("|", "="), ("|", ":"), ("&", "="), (" ", "="), ("\",\"", "\":\""), ("\", \"", "\": \""), ("\",", ":\""),
    ];

    // Numbers that .NET writes exactly, in every format: joined with the text beside them, each pair reads the same.
    private static readonly (string Text, double Number, string OtherText, double OtherNumber)[] AfterText =
    [
        ("a1", 0.5, "a", 10.5), ("a-", 1.5, "a", -1.5),
    ];

    private static readonly (double Number, string Text, double OtherNumber, string OtherText)[] BeforeText =
    [
        (0.5, "625x", 0.5625, "x"), (1.0, "2x", 12.0, "x"), (1.0, ".5x", 1.5, "x"),
    ];

    /// <summary>The pairs for every two of the fields next to each other, whatever their order in the key.</summary>
    public static IEnumerable<(LlmRequest First, LlmRequest Second)> Of(LlmRequest sample, IReadOnlyList<RequestField> fields)
    {
        foreach (RequestField left in fields)
        {
            foreach (RequestField right in fields.Where(f => f != left))
            {
                bool neighbours = RequestField.Plain.Contains(left) && RequestField.Plain.Contains(right);
                foreach ((string a, string b, string c, string d) in neighbours ? Texts(Delimiters, Names(right)) : Texts(Delimiters[..Common], []))
                    yield return (right.Put(left.Put(sample, a), b), right.Put(left.Put(sample, c), d));
            }
        }

        foreach (RequestField field in fields)
        {
            foreach ((string text, double number, string otherText, double otherNumber) in AfterText)
                yield return (field.Put(sample with { Temperature = number }, text), field.Put(sample with { Temperature = otherNumber }, otherText));
            foreach ((double number, string text, double otherNumber, string otherText) in BeforeText)
                yield return (field.Put(sample with { Temperature = number }, text), field.Put(sample with { Temperature = otherNumber }, otherText));
        }

        if (fields.Count(RequestField.Plain.Contains) < RequestField.Plain.Count)
            yield break;
        foreach (string d in Escaped)
        {
            yield return (
                sample with { Model = "a\\", SystemPrompt = "b", UserPrompt = $"c{d}x" },
                sample with { Model = $"a{d}b", SystemPrompt = "c\\", UserPrompt = "x" });
        }
    }

    // (a, b) and (c, d): two ways to cut the same text in two.
    private static IEnumerable<(string A, string B, string C, string D)> Texts(
        IReadOnlyList<string> delimiters, IReadOnlyList<string> names)
    {
        yield return ("ab", "", "", "ab");
        yield return ("a", "b", "b", "a");
        foreach (string delimiter in delimiters)
            yield return ("a", $"b{delimiter}c", $"a{delimiter}b", "c");
        foreach (string delimiter in Escaped)
            yield return ($"a{delimiter}", "b", "a", $"{delimiter}b");
        foreach ((string before, string after) in Labels)
        {
            foreach (string name in names)
                yield return ("a", $"b{before}{name}{after}c", $"a{before}{name}{after}b", "c");
        }
    }

    private static IReadOnlyList<string> Names(RequestField field) => field.Name switch
    {
        "Model" => ["Model", "model"],
        "SystemPrompt" => ["SystemPrompt", "systemPrompt", "system_prompt", "system", "System"],
        "UserPrompt" => ["UserPrompt", "userPrompt", "user_prompt", "user", "User"],
        "a tool's Description" => ["Description", "description"],
        "an example's Assistant" => ["Assistant", "assistant"],
        _ => [],
    };
}
