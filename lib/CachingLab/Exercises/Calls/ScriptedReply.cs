using CachingLab.Exams;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.Calls;

/// <summary>What a model does on a call, and the C# of it.</summary>
/// <param name="Text">The answer, or the message of the exception.</param>
/// <param name="Failure">The failure, or null when the model answers.</param>
internal sealed record ScriptedReply(string Text, ExamFailure? Failure = null)
{
    public ReplyForm Form { get; init; }

    public int Milliseconds { get; init; }

    public bool Answers => Failure is null && Form is not ReplyForm.Cancelled;

    /// <summary>What happens, in words.</summary>
    public string Words => (Answers ? "a call that succeeds" : $"a model that throws {ErrorType}") + Form switch
    {
        ReplyForm.BeforeATask => " before there is a task",
        ReplyForm.Cancelled => " because its task is cancelled",
        _ => "",
    };

    public string ErrorType => Form is ReplyForm.Cancelled ? nameof(TaskCanceledException) : Failure!.Type.Name;

    public string Location => Form is ReplyForm.Cancelled ? "unknown" : Failure!.Location;

    /// <summary>A new exception of that kind, or null when no exception of the exam's reaches the caller.</summary>
    public Exception? Exception() => Answers || Form is ReplyForm.Cancelled
        ? null
        : ExamExceptions.Make(ExamExceptions.Failures.Index().Single(f => f.Item == Failure).Index, Text);

    /// <param name="thrown">The exception that <see cref="Exception"/> created.</param>
    public FakeReply Reply(Exception? thrown)
    {
        FakeReply reply = (thrown is null ? FakeReply.Text(Text) : FakeReply.Throws(thrown)).As(Form);
        return Milliseconds == 0 ? reply : reply.After(TimeSpan.FromMilliseconds(Milliseconds));
    }

    /// <summary>C# that makes a model and a log, makes the call and prints its outcome.</summary>
    /// <param name="call">The call as C#, given the names of its model and its log.</param>
    /// <param name="off">The levels that are disabled in the log.</param>
    /// <param name="suffix">The suffix of the variables' names.</param>
    /// <param name="thrown">The name of the exception's variable, before the suffix.</param>
    /// <param name="first">Whether the variables are declared; otherwise existing ones are assigned.</param>
    /// <param name="sameModel">Whether to use the model of the call before.</param>
    /// <param name="running">Whether the call is started but not awaited.</param>
    public string CallCode(
        Func<string, string, string> call, IReadOnlyList<LogLevel> off, string suffix = "", string thrown = "thrown1", bool first = true,
        bool sameModel = false, bool running = false)
    {
        (string declared, string exception) = (first ? "var " : "", thrown + suffix);
        bool throws = !Answers && Form is not ReplyForm.Cancelled;
        string reply = throws ? $"FakeReply.Throws({exception})" : $"FakeReply.Text({RequestText.Text(Text)})";
        string form = Form is ReplyForm.InATask ? "" : $".As(ReplyForm.{Form})";
        string delay = Milliseconds == 0 ? "" : $".After(TimeSpan.FromMilliseconds({Milliseconds}))";
        string quiet = off.Count == 0 ? "()" : $" {{ Off = [{string.Join(", ", off.Select(l => $"LogLevel.{l}"))}] }}";
        string model = sameModel ? $"llm{suffix}" : $"{declared}llm{suffix} = new FakeLlm(TimeSpan.Zero)";
        return $"""
            {(throws ? $"var {exception} = {Failure!.Code(Text)};\n" : "")}{model}.Next({reply}{form}{delay});
            {declared}log{suffix} = new {typeof(LogCollector).FullName}{quiet};
            {(running ? "var running = " : "await ")}Got.OutcomeAsync(() => {call($"llm{suffix}", $"log{suffix}")}{(throws ? $", {exception}" : "")});
            """;
    }
}
