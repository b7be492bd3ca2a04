using CachingLab.Production.Exercises.ArrangePrompt;
using Microsoft.Extensions.AI;

namespace CachingLab.Production;

public static partial class ProductionCheck
{
    public static Task ArrangePromptAsync(Func<PromptParts, IList<ChatMessage>> arrangePrompt) =>
        HandAsync(ArrangePromptExercise.Exercise, new LocalPromptArranger(arrangePrompt), arrangePrompt);
}
