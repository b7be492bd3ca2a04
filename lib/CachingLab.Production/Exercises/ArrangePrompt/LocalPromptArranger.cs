using System.Reflection;
using CachingLab.Answers;
using CachingLab.Exams;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.ArrangePrompt;

/// <summary>A learner's <c>ArrangePrompt</c> in this process.</summary>
/// <param name="arrange">The function.</param>
public sealed class LocalPromptArranger(Func<PromptParts, IList<ChatMessage>> arrange) : IPromptArranger, IFromCell
{
    Module IFromCell.Cell => arrange.Method.Module;

    public Task<IReadOnlyList<IReadOnlyList<AskMessage>>> ArrangeAsync(IReadOnlyList<PromptInput> prompts, CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<IReadOnlyList<AskMessage>>>(() => All(prompts), cancellationToken).WaitAsync(cancellationToken);

    private List<IReadOnlyList<AskMessage>> All(IReadOnlyList<PromptInput> prompts)
    {
        var arranged = new List<IReadOnlyList<AskMessage>>(prompts.Count);
        try
        {
            foreach (PromptInput prompt in prompts)
                arranged.Add([.. arrange(prompt.ToParts()).Select(AskMessage.Of)]);
        }
        catch (Exception e)
        {
            throw new AnswerException(e) { At = arranged.Count };
        }

        return arranged;
    }
}
