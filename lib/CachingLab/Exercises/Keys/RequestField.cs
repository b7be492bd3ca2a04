using System.Text.Json;

namespace CachingLab.Exercises.Keys;

/// <summary>A place in a request that holds text, and how to replace that text.</summary>
/// <param name="Name">What to call it in a report, such as <c>UserPrompt</c>.</param>
/// <param name="Get">The text in that place; null when the request has no such place or several.</param>
/// <param name="Put">Copies the request with another text in that place.</param>
internal sealed record RequestField(string Name, Func<LlmRequest, string?> Get, Func<LlmRequest, string, LlmRequest> Put)
{
    public static RequestField Model { get; } = new("Model", r => r.Model, (r, text) => r with { Model = text });

    public static RequestField SystemPrompt { get; } = new("SystemPrompt", r => r.SystemPrompt, (r, text) => r with { SystemPrompt = text });

    public static RequestField UserPrompt { get; } = new("UserPrompt", r => r.UserPrompt, (r, text) => r with { UserPrompt = text });

    public static IReadOnlyList<RequestField> Plain { get; } = [Model, SystemPrompt, UserPrompt];

    public static RequestField ToolName { get; } = new("a tool's Name", r => Tool(r)?.Name, (r, text) => WithTool(r, t => t with { Name = text }));

    public static RequestField ToolDescription { get; } = new("a tool's Description", r => Tool(r)?.Description, (r, text) => WithTool(r, t => t with { Description = text }));

    /// <summary>A text inside a schema, after one that ends in an escaped backslash.</summary>
    public static RequestField ToolSchema { get; } = new(
        "a tool's ParametersJson", _ => null,
        (r, text) => WithTool(r, t => t with { ParametersJson = $$"""{"default":"\"\\","description":{{JsonSerializer.Serialize(text)}}}""" }));

    public static RequestField ExampleUser { get; } = new("an example's User", r => Example(r)?.User, (r, text) => WithExample(r, e => e with { User = text }));

    public static RequestField ExampleAssistant { get; } = new("an example's Assistant", r => Example(r)?.Assistant, (r, text) => WithExample(r, e => e with { Assistant = text }));

    /// <summary>The fields inside the lists of an <see cref="ExtendedLlmRequest"/>.</summary>
    public static IReadOnlyList<RequestField> Nested { get; } = [ToolName, ToolDescription, ExampleUser, ExampleAssistant];

    private static LlmTool? Tool(LlmRequest request) => request is ExtendedLlmRequest { Tools: [var tool] } ? tool : null;

    private static LlmExample? Example(LlmRequest request) => request is ExtendedLlmRequest { Examples: [var example] } ? example : null;

    private static ExtendedLlmRequest WithTool(LlmRequest request, Func<LlmTool, LlmTool> change)
    {
        var extended = (ExtendedLlmRequest)request;
        return extended with { Tools = [change(extended.Tools.FirstOrDefault(new LlmTool("find", "Looks it up.", "{}")))] };
    }

    private static ExtendedLlmRequest WithExample(LlmRequest request, Func<LlmExample, LlmExample> change)
    {
        var extended = (ExtendedLlmRequest)request;
        return extended with { Examples = [change(extended.Examples.FirstOrDefault(new LlmExample("Two and two?", "Four.")))] };
    }
}
