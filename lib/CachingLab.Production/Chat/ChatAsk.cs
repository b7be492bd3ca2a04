using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Chat;

/// <summary>A request to a chat client, in a form that can cross between processes.</summary>
/// <param name="Messages">The messages, oldest first.</param>
/// <param name="Options">The options; null when there are none.</param>
public sealed record ChatAsk(IReadOnlyList<AskMessage> Messages, AskOptions? Options = null)
{
    public static ChatAsk Of(string question, AskOptions? options = null) => new([new AskMessage("user", question)], options);

    public static ChatAsk Of(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        new([.. messages.Select(AskMessage.Of)], options is null ? null : AskOptions.Of(options));

    /// <summary>The messages for <c>Microsoft.Extensions.AI</c>, made anew by each call.</summary>
    public IList<ChatMessage> ToMessages() => [.. Messages.Select(m => m.ToMessage())];
}

/// <summary>One message of a request.</summary>
/// <param name="Role">As in <see cref="ChatRole"/>: system, user, assistant, tool.</param>
public sealed record AskMessage(string Role, string Text)
{
    /// <summary>An id that says nothing about the content, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>When it was written, or null.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    internal static AskMessage Of(ChatMessage message) =>
        new(message.Role.Value, message.Text) { MessageId = message.MessageId, CreatedAt = message.CreatedAt };

    internal ChatMessage ToMessage() => new(new ChatRole(Role), Text) { MessageId = MessageId, CreatedAt = CreatedAt };
}

/// <summary>The options of a request that the exercises tell apart.</summary>
public sealed record AskOptions
{
    public string? Model { get; init; }

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public int? MaxTokens { get; init; }

    /// <summary>The response format: <c>text</c>, <c>json</c>, or the schema's JSON; null for the provider's default.</summary>
    public string? ResponseFormat { get; init; }

    /// <summary>The tool mode: <c>auto</c>, <c>none</c>, <c>required</c>, or <c>required:</c> and a tool's name; null for the provider's default.</summary>
    public string? ToolMode { get; init; }

    public IReadOnlyList<LlmTool> Tools { get; init; } = [];

    /// <summary>The additional properties: names, and values as JSON.</summary>
    public IReadOnlyList<AskProperty> Additional { get; init; } = [];

    internal static AskOptions Of(ChatOptions options) => new()
    {
        Model = options.ModelId,
        Temperature = options.Temperature,
        TopP = options.TopP,
        MaxTokens = options.MaxOutputTokens,
        ResponseFormat = options.ResponseFormat switch
        {
            null => null,
            ChatResponseFormatJson { Schema: { } schema } => schema.GetRawText(),
            ChatResponseFormatJson => "json",
            _ => "text",
        },
        ToolMode = options.ToolMode switch
        {
            null => null,
            RequiredChatToolMode { RequiredFunctionName: { } name } => "required:" + name,
            RequiredChatToolMode => "required",
            NoneChatToolMode => "none",
            _ => "auto",
        },
        Tools = [.. (options.Tools ?? []).OfType<AIFunctionDeclaration>().Select(t => new LlmTool(t.Name, t.Description, t.JsonSchema.GetRawText()))],
        Additional = [.. (options.AdditionalProperties ?? []).Select(p => new AskProperty(p.Key, JsonSerializer.Serialize(p.Value)))],
    };

    /// <summary>The options for <c>Microsoft.Extensions.AI</c>, made anew by each call.</summary>
    public ChatOptions ToOptions() => new()
    {
        ModelId = Model,
        Temperature = (float?)Temperature,
        TopP = (float?)TopP,
        MaxOutputTokens = MaxTokens,
        ResponseFormat = ResponseFormat switch
        {
            null => null,
            "text" => ChatResponseFormat.Text,
            "json" => ChatResponseFormat.Json,
            _ => ChatResponseFormat.ForJsonSchema(Json(ResponseFormat)),
        },
        ToolMode = ToolMode switch
        {
            null => null,
            "none" => ChatToolMode.None,
            "auto" => ChatToolMode.Auto,
            "required" => ChatToolMode.RequireAny,
            _ => ChatToolMode.RequireSpecific(ToolMode["required:".Length..]),
        },
        Tools = Tools.Count == 0 ? null : [.. Tools.Select(t => AIFunctionFactory.CreateDeclaration(t.Name, t.Description, Json(t.ParametersJson)))],
        AdditionalProperties = Additional.Count == 0 ? null : new(Additional.Select(p => KeyValuePair.Create(p.Name, ValueOf(p.Json)))),
    };

    /// <summary>The value of an additional property, as a caller would write it: numbers, texts and lists, not JSON elements.</summary>
    internal static object? ValueOf(string json) => Value(Json(json));

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt32(out int whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Array when element.EnumerateArray().All(e => e.ValueKind is JsonValueKind.Number && e.TryGetInt32(out _)) =>
            element.EnumerateArray().Select(e => e.GetInt32()).ToArray(),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        _ => element,
    };
}

/// <summary>An additional property of a request or of a response.</summary>
public sealed record AskProperty(string Name, string Json);
