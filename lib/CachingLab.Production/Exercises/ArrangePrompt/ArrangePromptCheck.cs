using CachingLab.Exercises.Functions;
using CachingLab.Production.Chat;
using CachingLab.Production.Exercises.ArrangePrompt;
using Microsoft.Extensions.AI;

namespace CachingLab.Production;

public static partial class ProductionCheck
{
    public static Task ArrangePromptAsync(Func<PromptParts, IList<ChatMessage>> arrangePrompt) => HandAsync(
        ArrangePromptExercise.Exercise,
        new LocalFunction<PromptInput, IReadOnlyList<AskMessage>>(p => [.. arrangePrompt(p.ToParts()).Select(AskMessage.Of)]),
        arrangePrompt);
}
