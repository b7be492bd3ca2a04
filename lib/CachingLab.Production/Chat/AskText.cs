using System.Globalization;
using CachingLab.Exams;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Chat;

/// <summary>Requests to a chat client as C# that can be pasted into a cell.</summary>
public static class AskText
{
    public static string Of(ChatAsk ask) => $"[{string.Join(", ", ask.Messages.Select(Of))}]{(ask.Options is null ? "" : ", " + Of(ask.Options))}";

    /// <summary>The arguments that a client was given.</summary>
    public static string Of(IEnumerable<ChatMessage> messages, ChatOptions? options) => Of(ChatAsk.Of(messages, options));

    private static string Of(AskMessage message)
    {
        string[] set =
        [
            .. message.MessageId is { } id ? [$"MessageId = {RequestText.Text(id)}"] : Array.Empty<string>(),
            .. message.CreatedAt is { } time ? [$"CreatedAt = {Time(time)}"] : Array.Empty<string>(),
        ];
        return $"new ChatMessage({Role(message.Role)}, {RequestText.Text(message.Text)}){Braced(set)}";
    }

    private static string Of(AskOptions options)
    {
        var set = new List<string>();
        Add("ModelId", options.Model is null ? null : RequestText.Text(options.Model));
        Add("Temperature", Number(options.Temperature));
        Add("TopP", Number(options.TopP));
        Add("MaxOutputTokens", options.MaxTokens?.ToString(CultureInfo.InvariantCulture));
        Add("ResponseFormat", options.ResponseFormat switch
        {
            null => null,
            "text" => "ChatResponseFormat.Text",
            "json" => "ChatResponseFormat.Json",
            var schema => $"ChatResponseFormat.ForJsonSchema({Json(schema)})",
        });
        Add("ToolMode", options.ToolMode switch
        {
            null => null,
            "auto" => "ChatToolMode.Auto",
            "none" => "ChatToolMode.None",
            "required" => "ChatToolMode.RequireAny",
            var mode => $"ChatToolMode.RequireSpecific({RequestText.Text(mode["required:".Length..])})",
        });
        Add("Tools", options.Tools.Count == 0 ? null : $"[{string.Join(", ", options.Tools.Select(Of))}]");
        Add("AdditionalProperties", options.Additional.Count == 0 ? null : $"new() {{ {string.Join(", ", options.Additional.Select(Of))} }}");
        return set.Count == 0 ? "new ChatOptions()" : $"new ChatOptions{Braced([.. set])}";

        void Add(string name, string? value)
        {
            if (value is not null)
                set.Add($"{name} = {value}");
        }
    }

    private static string Of(LlmTool tool) =>
        $"AIFunctionFactory.CreateDeclaration({RequestText.Text(tool.Name)}, {RequestText.Text(tool.Description)}, {Json(tool.ParametersJson)})";

    private static string Of(AskProperty property) => $"[{RequestText.Text(property.Name)}] = {Value(AskOptions.ValueOf(property.Json))}";

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => RequestText.Text(text),
        bool flag => flag ? "true" : "false",
        double number => CodeText.Literal(number),
        int[] whole => $"new[] {{ {string.Join(", ", whole)} }}",
        object?[] list => $"new object[] {{ {string.Join(", ", list.Select(Value))} }}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => Json(other.ToString()!),
    };

    private static string Time(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"new DateTimeOffset({time.UtcTicks}, TimeSpan.Zero)");

    private static string Role(string role) => role switch
    {
        "user" => "ChatRole.User",
        "system" => "ChatRole.System",
        "assistant" => "ChatRole.Assistant",
        "tool" => "ChatRole.Tool",
        _ => $"new ChatRole({RequestText.Text(role)})",
    };

    private static string? Number(double? value) => value is null ? null : ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f";

    private static string Json(string json) => $"JsonSerializer.Deserialize<JsonElement>({RequestText.Text(json)})";

    private static string Braced(string[] set) => set.Length == 0 ? "" : $" {{ {string.Join(", ", set)} }}";
}
