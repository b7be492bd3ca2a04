using Microsoft.Extensions.AI;

namespace CachingLab.Production;

/// <summary>Answers of earlier notebooks, for the later ones that need them. A class in a cell cannot call a function of a cell; it can call these.</summary>
public static class CourseAnswers
{
    /// <summary>Notebook 07's: whether an answer is whole, so that it may be kept.</summary>
    public static bool MayKeep(ChatResponse response) =>
        response.FinishReason == ChatFinishReason.Stop
        && !string.IsNullOrWhiteSpace(response.Text)
        && !response.Messages.SelectMany(m => m.Contents).Any(c => c is FunctionCallContent or ErrorContent);
}
