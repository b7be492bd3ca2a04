using System.Text.Json;
using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>The exceptions that the exam's model throws: whoever runs the learner's code elsewhere makes the same ones there.</summary>
public static class ExamExceptions
{
    private static readonly Dictionary<Type, Func<string, Exception>> Makers = new()
    {
        [typeof(HttpRequestException)] = message => new HttpRequestException(message),
        [typeof(HttpIOException)] = message => new HttpIOException(HttpRequestError.ResponseEnded, message),
        [typeof(TimeoutException)] = message => new TimeoutException(message),
        [typeof(IOException)] = message => new IOException(message),
        [typeof(EndOfStreamException)] = message => new EndOfStreamException(message),
        [typeof(FileNotFoundException)] = message => new FileNotFoundException(message),
        [typeof(JsonException)] = message => new JsonException(message),
        [typeof(LlmValidationException)] = message => new LlmValidationException(message),
        [typeof(InvalidOperationException)] = message => new InvalidOperationException(message),
        [typeof(ArgumentException)] = message => new ArgumentException(message),
        [typeof(FormatException)] = message => new FormatException(message),
        [typeof(TaskCanceledException)] = message => new TaskCanceledException(message),
    };

    /// <summary>Their types.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. Makers.Keys];

    /// <summary>An exception of that type, or null when the exam throws none such.</summary>
    /// <param name="fullTypeName">The type's full name.</param>
    /// <param name="message">What it says.</param>
    public static Exception? Create(string fullTypeName, string message) =>
        Makers.FirstOrDefault(m => m.Key.FullName == fullTypeName).Value?.Invoke(message);

    internal static Exception Create(Type type, string message) => Makers[type](message);

    /// <summary>The C# that makes it.</summary>
    internal static string Code(Exception exception)
    {
        string error = exception is HttpIOException ? "System.Net.Http.HttpRequestError.ResponseEnded, " : "";
        string type = exception is LlmValidationException ? nameof(LlmValidationException) : exception.GetType().FullName!;
        // HttpIOException adds to the message it is given.
        return $"new {type}({error}{CodeText.Literal(exception is HttpIOException ? "the stream ended" : exception.Message)})";
    }
}
