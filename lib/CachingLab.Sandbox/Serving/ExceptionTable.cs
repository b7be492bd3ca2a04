using System.Runtime.CompilerServices;
using CachingLab.Exams;
using CachingLab.Exercises;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Sandbox.Serving;

/// <summary>Copies of the exam's own exceptions, so that the very same one can be told when it comes back.</summary>
internal sealed class ExceptionTable
{
    private const int LongestText = 4_000;
    private readonly ConditionalWeakTable<Exception, object> tokens = [];

    /// <summary>An exception of the same type and message to throw here.</summary>
    public Exception Copy(WireError error)
    {
        Exception copy = (error.Failure is { } failure ? ExamExceptions.Make(failure, error.Message) : ExamExceptions.Create(error.TypeNames[0], error.Message))
            ?? new InvalidOperationException(error.Message);
        if (error.Token is { } token)
            tokens.Add(copy, token);
        return copy;
    }

    /// <summary>The exception that the learner's code threw, as data.</summary>
    public WireError Describe(AnswerException thrown)
    {
        int? token = thrown.Original is { } original && tokens.TryGetValue(original, out object? known) ? (int)known : null;
        return new WireError(thrown.TypeNames, Cut(thrown.Message), token, thrown.At, Stack: token is null ? null : Cut(thrown.Stack));
    }

    /// <summary>Any exception, as data.</summary>
    public static WireError Describe(Exception thrown, int? token, int? line) =>
        new(AnswerException.NamesOf(thrown.GetType()), Cut(thrown.Message), token, Line: line);

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "\u2026";
}
