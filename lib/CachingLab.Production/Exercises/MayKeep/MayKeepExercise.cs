using CachingLab.Exams;
using CachingLab.Exercises.Functions;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.MayKeep;

/// <summary>Which answers are worth remembering?</summary>
public static class MayKeepExercise
{
    public static Exercise<IFunction<KeptResponse, bool>> Exercise { get; } = new("may-keep", "What may be kept", "07-patient-call", "MayKeep",
    [
        new("finished-answers", "A finished answer with text is kept", KeepRequirements.FinishedAsync,
            "What does a good answer look like from outside? Leave the words themselves alone.",
            "The finish reason is stop and the text is not blank: that is enough, whatever the text says, and however many parts it has.",
            "response.FinishReason == ChatFinishReason.Stop && !string.IsNullOrWhiteSpace(response.Text)"),
        new("other-reasons", "An answer that stopped for another reason is not kept", KeepRequirements.OtherReasonsAsync,
            "Why did the model stop? Only one of the reasons is that it had said everything.",
            "Do not list the bad reasons: a provider may send one that you have never seen. Name the good one.",
            "if (response.FinishReason != ChatFinishReason.Stop) return false;"),
        new("no-reason", "An answer without a finish reason is not kept", KeepRequirements.NoReasonAsync,
            "What is FinishReason when the provider says nothing, or when a stream breaks off?",
            "FinishReason is nullable, and null is not stop.",
            "response.FinishReason == ChatFinishReason.Stop is false for null; response.FinishReason ?? ChatFinishReason.Stop is not null any more."),
        new("blank-text", "An answer without text is not kept", KeepRequirements.BlankAsync,
            "A model stops at once and says nothing. Would you want to get that again tomorrow?",
            "Blank is more than empty: spaces and line ends too. response.Text joins the texts of all parts, and leaves out what the model thought.",
            "string.IsNullOrWhiteSpace(response.Text)"),
        new("tool-calls", "An answer that calls a tool is not kept", (policy, exam) => KeepRequirements.ContentAsync(policy, exam, ChatPartKind.ToolCall),
            "What would a replayed tool call do the second time?",
            "Some providers say stop although a call is among the contents. Look at the contents themselves.",
            "message.Contents.Any(content => content is FunctionCallContent)"),
        new("errors", "An answer with an error in it is not kept", (policy, exam) => KeepRequirements.ContentAsync(policy, exam, ChatPartKind.Error),
            "HTTP said 200, the finish reason says stop. Where else can a failure hide?",
            "Microsoft.Extensions.AI has a content type for it, beside TextContent.",
            "message.Contents.Any(content => content is ErrorContent)"),
        new("every-message", "All messages of an answer count", KeepRequirements.EveryMessageAsync,
            "How many messages can one response have?",
            "A client that runs tools returns the call, its result and the answer as messages of one response. Look at all of them.",
            "response.Messages.SelectMany(message => message.Contents)")
        { After = ["finished-answers", "blank-text", "tool-calls", "errors"] },
    ])
    {
        AnswerMinutes = 3,
        Place = 1,
        FirstStep = "Return whether the finish reason is stop. Then add the text, and the contents last.",
    };
}
