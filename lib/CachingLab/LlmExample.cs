namespace CachingLab;

/// <summary>One few-shot example: what a user said and how the assistant should have answered.</summary>
/// <param name="User">The user's text.</param>
/// <param name="Assistant">The answer to imitate.</param>
public record LlmExample(string User, string Assistant);
