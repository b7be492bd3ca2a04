namespace CachingLab.Exams;

/// <summary>A learner's key function, as the exam sees it.</summary>
public interface IKeyMaker
{
    /// <summary>The key of <paramref name="request"/>, made while <paramref name="culture"/> is the current culture.</summary>
    /// <param name="request">The request.</param>
    /// <param name="culture">A culture's name; empty for the invariant one.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's code threw.</exception>
    Task<string?> MakeKeyAsync(LlmRequest request, string culture = "", CancellationToken cancellationToken = default);

    /// <summary>The same function in a new process, or null where no second process can be had.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IKeyMaker?> InAnotherProcessAsync(CancellationToken cancellationToken = default);
}
