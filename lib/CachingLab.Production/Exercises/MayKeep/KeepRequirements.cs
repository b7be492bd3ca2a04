using CachingLab.Exams;
using CachingLab.Exercises.Functions;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.MayKeep;

/// <summary>What may be kept, and what may not.</summary>
internal static class KeepRequirements
{
    private static readonly string[] Blanks = ["", " ", "\n", "\t \r\n", "\u00a0", "\u2003", "  \n\n  "];

    public static Task FinishedAsync(IFunction<KeptResponse, bool> policy, Exam exam)
    {
        var texts = new TroubleTexts(exam.Random);
        string[] named = [.. (exam.Code?.Texts ?? []).Where(t => !string.IsNullOrWhiteSpace(t))];
        string[] usual =
        [
            "Yes.", "0", "null", "{}", "...", "I'm sorry, I cannot answer that.", "An error occurred in your code.", "The length is 3.", "tool_calls", new('a', 20_000),
        ];
        string[] drawn = [.. Enumerable.Range(0, 60).Select(i => texts.Any(i, 2_000)).Where(t => !string.IsNullOrWhiteSpace(t))];
        KeptResponse[] parts =
        [
            KeptResponse.Of(Text("Yes, "), Text("it is.")), KeptResponse.Of(Text(""), Text("Yes.")), KeptResponse.Of(Text("Yes."), Text(" ")),
            KeptResponse.Of(Part(ChatPartKind.Reasoning, exam.Word()), Text("Yes.")),
        ];
        return ExpectAsync(policy, exam, true, "a finished answer with text", [.. usual.Concat(named).Concat(drawn).Select(KeptResponse.Of), .. parts]);
    }

    public static Task OtherReasonsAsync(IFunction<KeptResponse, bool> policy, Exam exam)
    {
        string[] named = [.. (exam.Code?.Texts ?? []).Where(t => !string.IsNullOrWhiteSpace(t) && !t.Equals("stop", StringComparison.OrdinalIgnoreCase))];
        string[] reasons = ["length", "content_filter", "tool_calls", "max_tokens", "error", "stop_sequence", exam.Word(), .. named];
        return ExpectAsync(policy, exam, false, "an answer that did not end by itself", [.. reasons.Select(r => KeptResponse.Of("Your parcel is on its") with { Finish = r })]);
    }

    public static Task NoReasonAsync(IFunction<KeptResponse, bool> policy, Exam exam) => ExpectAsync(
        policy, exam, false, "an answer without a finish reason", KeptResponse.Of("Yes.") with { Finish = null }, KeptResponse.Of(exam.Word()) with { Finish = null });

    public static Task BlankAsync(IFunction<KeptResponse, bool> policy, Exam exam) => ExpectAsync(
        policy, exam, false, "an answer without text",
        [
            .. Blanks.Select(KeptResponse.Of), KeptResponse.Of(), new KeptResponse([]), KeptResponse.Of(Text(" "), Text("\n")),
            KeptResponse.Of(Part(ChatPartKind.Reasoning, "Let me think.")), KeptResponse.Of(new string(' ', 300)),
        ]);

    public static Task ContentAsync(IFunction<KeptResponse, bool> policy, Exam exam, ChatPartKind kind) => ExpectAsync(
        policy, exam, false, kind is ChatPartKind.ToolCall ? "an answer that calls a tool" : "an answer with an error in it",
        [
            KeptResponse.Of(Text("One moment."), Part(kind, exam.Word())), KeptResponse.Of(Part(kind, exam.Word()), Text("One moment.")),
            KeptResponse.Of(Text("One moment."), Part(kind, exam.Word()), Text("Done.")),
        ]);

    public static async Task EveryMessageAsync(IFunction<KeptResponse, bool> policy, Exam exam)
    {
        ChatPart call = Part(ChatPartKind.ToolCall, "refund"), error = Part(ChatPartKind.Error, "the search failed"), text = Text("Done.");
        await ExpectAsync(
            policy, exam, true, "an answer of several messages",
            new([[text], [Text("")]]), new([[Text("")], [text]]), new([[text], []]), new([[text], [text], [text]]));
        await ExpectAsync(
            policy, exam, false, "an answer of several messages",
            new([[call], [text]]), new([[error], [text]]), new([[text], [call]]), new([[text], [error]]), new([[text], [text, call], [text]]), new([[Text(" ")], [Text("")]]));
    }

    private static async Task ExpectAsync(IFunction<KeptResponse, bool> policy, Exam exam, bool expected, string tried, params IReadOnlyList<KeptResponse> responses)
    {
        IReadOnlyList<bool> kept = await policy.AskAsync(exam, Call, responses);
        int at = Enumerable.Range(0, responses.Count).FirstOrDefault(i => kept[i] != expected, -1);
        if (at >= 0)
            throw exam.Unmet(tried, expected ? "false" : "true", expected ? "true" : "false", $"Got.Value({Call(responses[at])});");

        static string Call(KeptResponse response) => $"MayKeep({response.Code()})";
    }

    private static ChatPart Text(string text) => Part(ChatPartKind.Text, text);

    private static ChatPart Part(ChatPartKind kind, string text) => new(kind, text);
}
