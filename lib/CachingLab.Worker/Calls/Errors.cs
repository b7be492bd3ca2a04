using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CachingLab.Exams;
using CachingLab.Exercises.Calls;

namespace CachingLab.Worker.Calls;

/// <summary>Converts exceptions to data and back.</summary>
internal interface IErrors
{
    WireError Describe(Exception thrown);

    Exception Restore(WireError error);
}

/// <summary>The exam's side. Its own exceptions get numbers, so that the same instance is recognized when it comes back.</summary>
internal sealed class ExamErrors : IErrors
{
    private readonly ConcurrentDictionary<Exception, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<int, Exception> thrown = new();
    private int last;

    public WireError Describe(Exception thrown) => Describe(thrown, ExamExceptions.Made(thrown));

    public Exception Restore(WireError error)
    {
        if (error is not { TypeNames.Count: > 0, Message: not null } || error.TypeNames.Any(n => n is null))
            throw new InvalidDataException("an exception without a type or a message");
        Exception? original = error.Token is { } token ? thrown.GetValueOrDefault(token) : null;
        return new AnswerException(error.TypeNames, error.Message, original) { At = error.At, Stack = error.Stack ?? "" };
    }

    private WireError Describe(Exception thrown, (int Failure, string Message)? made) =>
        new(AnswerException.NamesOf(thrown.GetType()), made?.Message ?? thrown.Message, Number(thrown), Failure: made?.Failure);

    private int Number(Exception exception) => numbers.GetOrAdd(exception, key =>
    {
        int number = Interlocked.Increment(ref last);
        thrown[number] = key;
        return number;
    });
}

/// <summary>The work's side. It throws copies of the exam's exceptions and recognizes them.</summary>
internal sealed class WorkErrors : IErrors
{
    private const int LongestText = 4_000;
    private readonly ConditionalWeakTable<Exception, object> tokens = [];

    public WireError Describe(Exception thrown)
    {
        AnswerException answer = thrown as AnswerException ?? new AnswerException(thrown);
        int? token = answer.Original is { } original && tokens.TryGetValue(original, out object? known) ? (int)known : null;
        return new WireError(answer.TypeNames, Cut(answer.Message), token, answer.At, Stack: token is null ? null : Cut(answer.Stack));
    }

    public Exception Restore(WireError error)
    {
        Exception copy = (error.Failure is { } failure ? ExamExceptions.Make(failure, error.Message) : ExamExceptions.Create(error.TypeNames[0], error.Message))
            ?? new InvalidOperationException(error.Message);
        if (error.Token is { } token)
            tokens.Add(copy, token);
        try
        {
            // Throw the copy once, so that its stack trace begins in the model.
            FakeReply.Throw(copy);
            return copy;
        }
        catch (Exception e) when (e == copy)
        {
            return copy;
        }
    }

    /// <param name="line">The line of the cell, counted from 1, or null.</param>
    public static WireError Describe(Exception thrown, int? line) => new(AnswerException.NamesOf(thrown.GetType()), Cut(thrown.Message), Line: line);

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "\u2026";
}

/// <summary>An exception as data.</summary>
/// <param name="TypeNames">Full names of its type and the bases, the most derived first.</param>
/// <param name="Message">Its message, cut where it is very long.</param>
/// <param name="Token">The number of the exam's own exception, when the same instance came back.</param>
/// <param name="At">The index of the input at which the code threw.</param>
/// <param name="Line">The line of the cell it was thrown from, counted from 1, or null when unknown.</param>
/// <param name="Stack">The start of its stack trace, when it is the exam's own exception.</param>
/// <param name="Failure">The index of the exam's failure that it is, or null; <paramref name="Message"/> is then the failure's message.</param>
public sealed record WireError(
    IReadOnlyList<string> TypeNames, string Message, int? Token = null, int At = 0, int? Line = null, string? Stack = null, int? Failure = null);
