using CachingLab.Answers;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>A learner's <c>ArrangePrompt</c> in this process.</summary>
public sealed class LocalPromptArranger(Func<PromptParts, IList<ChatMessage>> arrange) : IPromptArranger
{
    public Task<IReadOnlyList<IReadOnlyList<AskMessage>>> ArrangeAsync(IReadOnlyList<PromptInput> prompts, CancellationToken cancellationToken = default) =>
        LearnerCode.EachAsync<PromptInput, IReadOnlyList<AskMessage>>(prompts, p => [.. arrange(p.ToParts()).Select(AskMessage.Of)], cancellationToken);
}
