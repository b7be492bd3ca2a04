using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>A learner's <c>ArrangePrompt</c>, as the exam sees it.</summary>
public interface IPromptArranger
{
    /// <summary>Calls <c>ArrangePrompt</c> with each of the prompts' parts, in order.</summary>
    /// <param name="prompts">The parts.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The messages of each prompt.</returns>
    /// <exception cref="AnswerException">The learner's code threw, at one of them.</exception>
    Task<IReadOnlyList<IReadOnlyList<AskMessage>>> ArrangeAsync(IReadOnlyList<PromptInput> prompts, CancellationToken cancellationToken = default);
}

/// <summary><see cref="PromptParts"/> in a form that can cross between processes.</summary>
/// <param name="System">What the assistant is told to be.</param>
/// <param name="Tools">The tools.</param>
/// <param name="Examples">The examples.</param>
/// <param name="Documents">The documents.</param>
/// <param name="History">The conversation so far.</param>
/// <param name="Now">The time of the question.</param>
/// <param name="Question">The question.</param>
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
