using CachingLab.Answers;
using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab;

/// <summary>Prints what a check's report calls "got". The counterexamples in reports end with one of these.</summary>
public static class Got
{
    /// <summary>Prints a value as C# writes it: null, quotes and control characters can be seen.</summary>
    public static void Value(object? value) => Show.Line(GotText.Value(value));

    /// <summary>Prints the keys of two requests, and says when they are the same.</summary>
    public static void Keys(string? first, string? second) => Show.Line(GotText.Keys(first, second));

    /// <summary>Prints a value that is made under the culture of that name; the empty name is the invariant culture.</summary>
    public static void Under(string culture, Func<object?> make) => Value(Cultures.During(culture, make));

    /// <summary>Prints what a file holds.</summary>
    public static void File(string path) =>
        Show.Line(GotText.File(System.IO.File.Exists(path) ? System.IO.File.ReadAllBytes(path) : null));

    /// <summary>Prints what the call throws.</summary>
    public static void Thrown(Action call)
    {
        try
        {
            call();
            Show.Line(GotText.Thrown(null));
        }
        catch (Exception e)
        {
            Show.Line(GotText.Thrown(new AnswerException(e)));
        }
    }

    /// <summary>Prints how a call ends: with an answer or with an exception.</summary>
    /// <param name="scripted">The exception that the model throws, to print whether the same instance arrives; or null.</param>
    public static async Task OutcomeAsync(Func<Task<string>> call, Exception? scripted = null)
    {
        try
        {
            Show.Line(GotText.Outcome(await LearnerCode.AwaitAsync(call, CancellationToken.None), null));
        }
        catch (AnswerException e)
        {
            Show.Line(GotText.Outcome(null, e, scripted));
        }
    }

    /// <summary>Prints what a model was asked.</summary>
    /// <param name="earlier">How many calls to leave out.</param>
    public static void Calls(FakeLlm llm, int earlier = 0) => Show.Line(GotText.Calls(llm, earlier));

    /// <summary>Prints the levels and names of a log's entries.</summary>
    public static void Log(LogCollector log) => Show.Line(log.ToString());

    /// <summary>Prints a field of the log entries of that name.</summary>
    public static void Field(LogCollector log, string entry, string field) => Show.Line(GotText.Field(log, entry, field));

    /// <summary>Prints where the stack trace of an exception begins.</summary>
    public static void Stack(Exception thrown) => Show.Line(GotText.Stack(thrown.StackTrace));

    /// <summary>Prints which clocks the function's cell reads.</summary>
    public static void Clocks(Func<string, LlmRequest, ILlmClient, ILogger, Task<string>> loggedCall) =>
        Show.Line(GotText.Clocks((CodeReader.Read(loggedCall.Method.Module.Assembly) ?? AnswerCode.Empty).Clocks));

    /// <summary>Prints where a log contains a text.</summary>
    public static void Place(LogCollector log, string text) => Show.Line(GotText.Place(log, text));
}
