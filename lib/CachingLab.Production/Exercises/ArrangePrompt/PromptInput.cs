using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary><see cref="PromptParts"/> in a form that can cross between processes.</summary>
/// <param name="System">What the assistant is told to be.</param>
/// <param name="History">The conversation so far.</param>
/// <param name="Now">The time of the question.</param>
public sealed record PromptInput(
    string System,
    IReadOnlyList<LlmTool> Tools,
    IReadOnlyList<LlmExample> Examples,
    IReadOnlyList<string> Documents,
    IReadOnlyList<AskMessage> History,
    DateTimeOffset Now,
    string Question)
{
    internal static PromptInput Of(PromptParts parts) =>
        new(parts.System, parts.Tools, parts.Examples, parts.Documents, [.. parts.History.Select(AskMessage.Of)], parts.Now, parts.Question);

    internal PromptParts ToParts() => new(System, Tools, Examples, Documents, [.. History.Select(m => m.ToMessage())], Now, Question);
}
