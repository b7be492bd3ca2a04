namespace CachingLab.Exams;

/// <summary>Thrown when the work's process has ended or run out of time, so that the exam cannot go on.</summary>
/// <param name="reason">What happened, in words for the learner.</param>
public sealed class WorkLostException(string reason) : Exception(reason);

/// <summary>Thrown by a requirement that cannot be judged here, or not until another one is met.</summary>
/// <param name="reason">Why, and where or when it is judged.</param>
public sealed class NotRunException(string reason) : Exception(reason)
{
    /// <summary>Whether <c>./lab grade</c> judges the requirement in any case.</summary>
    public bool ByGrader { get; init; }
}

/// <summary>Checks the length of lists that come from the work's process. That process runs untrusted code.</summary>
internal static class ReplyLength
{
    /// <summary>Returns the list when it has that many items.</summary>
    /// <exception cref="WorkLostException">
    /// The list has another length, or an input that was not there is said to have thrown. The work's process does not run the course's code correctly.
    /// </exception>
    public static async Task<IReadOnlyList<T>> As<T>(this Task<IReadOnlyList<T>> asking, int count)
    {
        try
        {
            return await asking is { } list && list.Count == count ? list : throw new WorkLostException("your code's process gave another number of answers than it was asked for");
        }
        catch (AnswerException e) when (e.At < 0 || e.At >= count)
        {
            throw new WorkLostException("your code's process named an input that it was not given");
        }
    }
}
