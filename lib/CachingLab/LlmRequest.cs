namespace CachingLab;

/// <summary>A request to a model. Every field can change the answer.</summary>
/// <param name="Model">The model's name, as the provider spells it.</param>
/// <param name="SystemPrompt">The instructions that come before the conversation.</param>
/// <param name="UserPrompt">The text the user wrote.</param>
/// <param name="Temperature">How freely the model samples; 0.0 asks for the most likely answer.</param>
public record LlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0);
