using Microsoft.Extensions.AI;

namespace CachingLab.Production;

/// <summary>What a prompt is made of.</summary>
/// <param name="Tools">The functions that the model may ask for, in the order in which they were found.</param>
/// <param name="Examples">Questions and the answers to imitate.</param>
/// <param name="History">The conversation so far, oldest first: messages of the user and of the assistant.</param>
public sealed record PromptParts(
    string System,
    IReadOnlyList<LlmTool> Tools,
    IReadOnlyList<LlmExample> Examples,
    IReadOnlyList<string> Documents,
    IReadOnlyList<ChatMessage> History,
    DateTimeOffset Now,
    string Question);
