using CachingLab.Answers;
using CachingLab.Exams;

namespace CachingLab.Exercises.Functions;

/// <summary>A learner's function, as the exam sees it.</summary>
public interface IFunction<TInput, TResult>
{
    /// <summary>Calls the function with each input, in order: many at a time because a call may have to cross to another process.</summary>
    /// <exception cref="AnswerException">The learner's code threw; <see cref="AnswerException.At"/> says at which input.</exception>
    Task<IReadOnlyList<TResult>> EachAsync(IReadOnlyList<TInput> inputs, CancellationToken cancellationToken = default);
}

/// <summary>A learner's function in this process.</summary>
public sealed class LocalFunction<TInput, TResult>(Func<TInput, TResult> function) : IFunction<TInput, TResult>
{
    public Task<IReadOnlyList<TResult>> EachAsync(IReadOnlyList<TInput> inputs, CancellationToken cancellationToken = default) =>
        LearnerCode.EachAsync(inputs, function, cancellationToken);
}

/// <summary>Asks a function so that a call that throws is shown.</summary>
internal static class FunctionTrial
{
    /// <param name="call">The call with an input as C#.</param>
    public static async Task<IReadOnlyList<TResult>> AskAsync<TInput, TResult>(
        this IFunction<TInput, TResult> function, Exam exam, Func<TInput, string> call, params IReadOnlyList<TInput> inputs)
    {
        Say(inputs[^1]);
        try
        {
            return await function.EachAsync(inputs, exam.CancellationToken).As(inputs.Count);
        }
        catch (AnswerException e)
        {
            Say(inputs[e.At]);
            throw;
        }

        void Say(TInput input) => exam.Try(() => $"Got.Value({call(input)});", () => call(input));
    }
}
