namespace CachingLab.Exercises.ExtendedKey;

/// <summary>A second request type that no learner has seen, with lists of records.</summary>
/// <param name="Model">The model's name, as the provider spells it.</param>
/// <param name="SystemPrompt">The instructions that come before the conversation.</param>
/// <param name="UserPrompt">The text the user wrote.</param>
/// <param name="Temperature">How freely the model samples.</param>
public sealed record FutureExtendedLlmRequest(string Model, string SystemPrompt, string UserPrompt, double Temperature = 0.0)
    : ExtendedLlmRequest(Model, SystemPrompt, UserPrompt, Temperature)
{
    /// <summary>How strongly the model avoids repeating itself, or null for the provider's default.</summary>
    public double? Penalty { get; init; }

    /// <summary>The conversation so far, in order.</summary>
    public IReadOnlyList<FutureMessage> History { get; init; } = [];
}
