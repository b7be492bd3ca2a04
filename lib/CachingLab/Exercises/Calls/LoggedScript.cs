using CachingLab.Exercises.RequestLog;
using Microsoft.Extensions.Logging;

namespace CachingLab.Exercises.Calls;

/// <summary>A logged call to make.</summary>
internal sealed record LoggedScript(string RequestId, LlmRequest Request, ScriptedReply Reply)
{
    public IReadOnlyList<LogLevel> Off { get; init; } = [];

    /// <summary>What the model did on earlier calls with the same id.</summary>
    public IReadOnlyList<ScriptedReply> Earlier { get; init; } = [];

    /// <summary>The earlier calls. Every second one has a longer prompt.</summary>
    public IEnumerable<LoggedScript> Before => Earlier.Select((r, i) => this with
    {
        Reply = r,
        Earlier = [],
        Request = i % 2 == 0 ? Request : Request with { UserPrompt = Request.UserPrompt + " Once more." },
    });

    /// <summary>Another call that runs beside this one, or null.</summary>
    public LoggedScript? Beside { get; init; }

    /// <summary>After how many milliseconds the other call begins; 0 when it begins first.</summary>
    public int BesideAfter { get; init; }

    /// <summary>The entry that the log should show.</summary>
    public string Entry => Reply.Answers ? LoggedTrials.Ok : LoggedTrials.Failed;

    /// <summary>The level of that entry.</summary>
    public LogLevel Level => Reply.Answers ? LogLevel.Information : LogLevel.Warning;

    /// <summary>What is tried, in words.</summary>
    public string Words => Reply.Words
        + (Off.Count == 0 ? "" : $", with a log that takes no {string.Join(" and no ", Off)}")
        + (Beside is null ? "" : ", beside another call")
        + (Earlier.Count == 0 ? "" : ", with the id of a call before it");

    /// <summary>The same call with an id of its own, so that nothing kept from other runs matters.</summary>
    public LoggedScript WithOwnId(string word) => this with { RequestId = $"{RequestId}-{word}" };

    /// <summary>The same call with less in it, the simplest first.</summary>
    /// <param name="simple">A call that supplies the simplest parts.</param>
    public IEnumerable<LoggedScript> Simpler(LoggedScript simple)
    {
        if (Beside is not null)
            yield return this with { Beside = null };
        for (int i = 0; i < Earlier.Count; i++)
            yield return this with { Earlier = [.. Earlier.Take(i), .. Earlier.Skip(i + 1)] };
        if (Off.Count > 0)
            yield return this with { Off = [] };
        foreach (string id in Shrinker.Texts(RequestId, simple.RequestId))
            yield return this with { RequestId = id };
        foreach (LlmRequest request in Shrinker.Requests(Request, simple.Request))
            yield return this with { Request = request };
        if (Beside is null && Reply.Form is not ReplyForm.Cancelled)
            yield return this with { Reply = Reply with { Form = ReplyForm.InATask, Milliseconds = 0 } };
        if (Reply.Failure is not null)
            yield return this with { Reply = Reply with { Failure = ExamExceptions.Failures[0] } };
        foreach (string text in Shrinker.Texts(Reply.Text, simple.Reply.Text))
            yield return this with { Reply = Reply with { Text = text } };
    }
}
