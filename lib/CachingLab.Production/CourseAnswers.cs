using Microsoft.Extensions.AI;

namespace CachingLab.Production;

/// <summary>Answers of earlier notebooks, for the later ones that need them. A class in a cell cannot call a function of a cell; it can call these.</summary>
public static class CourseAnswers
{
    /// <summary>The course's answer to the exercise of notebook 07: whether a response may be kept.</summary>
    public static bool MayKeep(ChatResponse response) =>
        response.FinishReason == ChatFinishReason.Stop
        && !string.IsNullOrWhiteSpace(response.Text)
        && !response.Messages.SelectMany(m => m.Contents).Any(c => c is FunctionCallContent or ErrorContent);
}

/// <summary>How an answer says that it came from a cache. There is no convention, so the course has a name of its own.</summary>
public static class HitMark
{
    /// <summary>The name of the additional property, whose value is true.</summary>
    public const string Name = "lab.hit";
}
