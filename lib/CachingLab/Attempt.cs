using CachingLab.Display;
using CachingLab.Exams;

namespace CachingLab;

/// <summary>Runs course code that needs the learner's answer, so that Run All reaches the end even when the answer is unfinished. Nothing here throws.</summary>
public static class Attempt
{
    /// <summary>What is printed in place of a value while the answer is a stub.</summary>
    public const string NotWritten = "Not written yet: finish the exercise above, run its cell, then run this one again.";

    /// <summary>Prints the value.</summary>
    public static void Show<T>(Func<T> value) => Run(() => Print(value()));

    public static void Run(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            Explain(e);
        }
    }

    /// <summary>Prints the value when the task has completed.</summary>
    public static Task ShowAsync<T>(Func<Task<T>> value) => RunAsync(async () => Print(await value()));

    /// <summary>Runs the action and waits for it.</summary>
    public static async Task RunAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception e)
        {
            Explain(e);
        }
    }

    private static void Print(object? value) => CachingLab.Show.Line(TableOf.Text(value));

    private static void Explain(Exception exception)
    {
        // A wait with .Result or .Wait() wraps what the answer threw.
        Exception thrown = exception is AggregateException ? exception.GetBaseException() : exception;
        CachingLab.Show.Line(thrown is NotImplementedException
            ? NotWritten
            : $"Your code threw {thrown.GetType().Name}: {CodeText.FirstLine(thrown.Message)}");
    }
}
