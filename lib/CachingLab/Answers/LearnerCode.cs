using CachingLab.Exams;

namespace CachingLab.Answers;

/// <summary>Runs a learner's code on the thread pool, and wraps everything that it throws in an <see cref="AnswerException"/>.</summary>
internal static class LearnerCode
{
    /// <exception cref="OperationCanceledException">The exam gave up waiting; the code may still run.</exception>
    public static Task<T> RunAsync<T>(Func<T> code, CancellationToken cancellationToken) =>
        Task.Run(() => Marked(code), cancellationToken).WaitAsync(cancellationToken);

    /// <exception cref="AnswerException">The code threw, or returned no task to wait for.</exception>
    /// <exception cref="OperationCanceledException">The exam gave up waiting; the code may still run.</exception>
    public static Task<T> AwaitAsync<T>(Func<Task<T>?> code, CancellationToken cancellationToken) =>
        Task.Run(() => MarkedAsync(code), cancellationToken).WaitAsync(cancellationToken);

    /// <summary>Calls the code with each input, in order.</summary>
    /// <exception cref="AnswerException">The code threw; <see cref="AnswerException.At"/> says at which input.</exception>
    /// <exception cref="OperationCanceledException">The exam gave up waiting; the code may still run.</exception>
    public static Task<IReadOnlyList<TResult>> EachAsync<T, TResult>(IReadOnlyList<T> inputs, Func<T, TResult> code, CancellationToken cancellationToken) =>
        Task.Run(() => Each(inputs, code), cancellationToken).WaitAsync(cancellationToken);

    /// <summary>Calls the code with each input, in order, on the current thread.</summary>
    /// <exception cref="AnswerException">The code threw; <see cref="AnswerException.At"/> says at which input.</exception>
    public static IReadOnlyList<TResult> Each<T, TResult>(IReadOnlyList<T> inputs, Func<T, TResult> code)
    {
        var results = new List<TResult>(inputs.Count);
        try
        {
            foreach (T input in inputs)
                results.Add(code(input));
        }
        catch (Exception e)
        {
            throw new AnswerException(e) { At = results.Count };
        }

        return results;
    }

    public static Task RunAsync(Action code, CancellationToken cancellationToken) =>
        Task.Run(() => Marked(code), cancellationToken).WaitAsync(cancellationToken);

    public static void Marked(Action code) => Marked(() =>
    {
        code();
        return true;
    });

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

    // The exception that awaiting null throws in a cell, with a message that explains it.
    private static AnswerException NoTask() => new(
        AnswerException.NamesOf(typeof(NullReferenceException)),
        "The method returned null in place of a Task: make it async, or return Task.FromResult(...).",
        null);
}
