using CachingLab.Exams;

namespace CachingLab.Production.Exercises.MayKeep;

/// <summary>A learner's decision what may be kept, as the exam sees it.</summary>
public interface IKeepPolicy
{
    /// <summary>Calls <c>MayKeep</c> with each of the responses, in order.</summary>
    /// <param name="responses">The responses.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AnswerException">The learner's code threw, at one of them.</exception>
    Task<IReadOnlyList<bool>> MayKeepAsync(IReadOnlyList<KeptResponse> responses, CancellationToken cancellationToken = default);
}
