using CachingLab.Exams;

namespace CachingLab.Answers;

/// <summary>Runs a learner's code on the thread pool, and marks everything that it throws as the learner's.</summary>
internal static class LearnerCode
{
    /// <exception cref="AnswerException">The code threw.</exception>
    /// <exception cref="OperationCanceledException">The exam gave up waiting; the code may still run.</exception>
    public static Task<T> RunAsync<T>(Func<T> code, CancellationToken cancellationToken) =>
        Task.Run(() => Marked(code), cancellationToken).WaitAsync(cancellationToken);

    /// <exception cref="AnswerException">The code threw, or returned no task to wait for.</exception>
    /// <exception cref="OperationCanceledException">The exam gave up waiting; the code may still run.</exception>
    public static Task<T> AwaitAsync<T>(Func<Task<T>?> code, CancellationToken cancellationToken) =>
        Task.Run(() => MarkedAsync(code), cancellationToken).WaitAsync(cancellationToken);

    /// <summary>Calls the code here and now.</summary>
    public static T Marked<T>(Func<T> code)
    {
        try
        {
            return code();
        }
        catch (Exception e)
        {
            throw new AnswerException(e);
        }
    }

    private static async Task<T> MarkedAsync<T>(Func<Task<T>?> code)
    {
        Task<T> running = Marked(code) ?? throw NoTask();
        try
        {
            return await running;
        }
        catch (Exception e)
        {
            throw new AnswerException(e);
        }
    }

    // What awaiting the null would have thrown in a cell, with words that say why.
    private static AnswerException NoTask() => new(
        AnswerException.NamesOf(typeof(NullReferenceException)),
        "The method returned null in place of a Task: make it async, or return Task.FromResult(...).",
        null);
}
