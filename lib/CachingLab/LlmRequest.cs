namespace CachingLab;

/// <summary>A request to a model. Every field can change the answer.</summary>
/// <param name="Model">The model's name, as the provider spells it.</param>
/// <param name="SystemPrompt">The instructions that come before the conversation.</param>
/// <param name="UserPrompt">The text the user wrote.</param>
/// <param name="Temperature">How freely the model samples; 0.0 asks for the most likely answer.</param>
public record LlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0);

/// <summary>A request with more fields, each of which can change the answer.</summary>
/// <param name="Model">The model's name, as the provider spells it.</param>
/// <param name="SystemPrompt">The instructions that come before the conversation.</param>
/// <param name="UserPrompt">The text the user wrote.</param>
/// <param name="Temperature">How freely the model samples; 0.0 asks for the most likely answer.</param>
public record ExtendedLlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0)
    : LlmRequest(Model, SystemPrompt, UserPrompt, Temperature)
{
    /// <summary>The share of probability mass to sample from, or null for the provider's default.</summary>
    public double? TopP { get; init; }

    /// <summary>The longest answer wanted, in tokens, or null for the provider's default.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>The tools the model may call, in the order they are offered.</summary>
    public IReadOnlyList<LlmTool> Tools { get; init; } = [];

    /// <summary>The few-shot examples, in the order they are shown.</summary>
    public IReadOnlyList<LlmExample> Examples { get; init; } = [];
}

/// <summary>A function that the model may ask the caller to run.</summary>
/// <param name="Name">The name the model calls it by.</param>
/// <param name="Description">What it does, in words for the model.</param>
/// <param name="ParametersJson">Its parameters as a JSON schema.</param>
public record LlmTool(string Name, string Description, string ParametersJson);

/// <summary>One few-shot example: what a user said and how the assistant should have answered.</summary>
/// <param name="User">The user's text.</param>
/// <param name="Assistant">The answer to imitate.</param>
public record LlmExample(string User, string Assistant);
