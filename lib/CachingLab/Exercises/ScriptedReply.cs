using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>What a model does on a call, and the C# of it.</summary>
/// <param name="Reply">What it does.</param>
/// <param name="Code">The C# of <paramref name="Reply"/>.</param>
/// <param name="Scripted">What it throws, or null.</param>
internal sealed record ScriptedReply(FakeReply Reply, string Code, Exception? Scripted = null)
{
    /// <summary>The model answers.</summary>
    public static ScriptedReply Answer(string answer) => new(FakeReply.Text(answer), $"FakeReply.Text({RequestText.Text(answer)})");

    /// <summary>The model throws that very exception.</summary>
    public static ScriptedReply Throw(Exception exception) =>
        new(FakeReply.Throws(exception), $"FakeReply.Throws({ExamExceptions.Code(exception)})", exception);

    /// <summary>C# that makes a model <c>llm</c> and a log <c>log</c>, makes the call and prints its outcome.</summary>
    /// <param name="call">The call as C#.</param>
    /// <param name="number">Which call of the script this is, counted from 1: the first one declares the variables.</param>
    public string CallCode(string call, int number)
    {
        string declared = number == 1 ? "var " : "";
        string thrown = $"thrown{number}";
        string model = Scripted is null
            ? $"{declared}llm = new FakeLlm(TimeSpan.Zero).Next({Code});"
            : $"var {thrown} = {ExamExceptions.Code(Scripted)};\n{declared}llm = new FakeLlm(TimeSpan.Zero).Next(FakeReply.Throws({thrown}));";
        string outcome = Scripted is null ? $"() => {call}" : $"() => {call}, {thrown}";
        return $"{model}\n{declared}log = new {typeof(LogCollector).FullName}();\nawait Got.OutcomeAsync({outcome});";
    }
}
