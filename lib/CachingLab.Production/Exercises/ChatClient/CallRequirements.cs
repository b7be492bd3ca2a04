using CachingLab.Exams;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>What whole calls do with the model and the store.</summary>
internal static class CallRequirements
{
    private static readonly string[] Texts = ["Yes.", "  a \n", "caf\u00e9 \ud83d\ude00 {0} \"x\" \\", "{\"text\":null}", "a\0b\u2028c|d", "null", new string('a', 5_000) + "b"];

    // Answers that must not be kept, and what each one is, after "an answer that".
    private static readonly (string Words, ScriptedAnswer Answer)[] Unfit =
    [
        ("was cut off", Ended("Because the", ChatFinishReason.Length, "ChatFinishReason.Length")),
        ("was filtered", Ended("I may not", ChatFinishReason.ContentFilter, "ChatFinishReason.ContentFilter")),
        ("ends in tool_calls", Ended("Let me look.", ChatFinishReason.ToolCalls, "ChatFinishReason.ToolCalls")),
        ("has no finish reason", Ended("Perhaps", null, "null")),
        ("is a tool call", new(FakeChatReply.ToolCall("search"), "FakeChatReply.ToolCall(\"search\")")),
        ("holds a tool call besides its text", new(
            FakeChatReply.Of(new TextContent("Let me look."), new FunctionCallContent("call-1", "search")),
            "FakeChatReply.Of(new TextContent(\"Let me look.\"), new FunctionCallContent(\"call-1\", \"search\"))")),
        ("holds an error besides its text", new(
            FakeChatReply.Of(new TextContent("Half of"), new ErrorContent("overloaded")),
            "FakeChatReply.Of(new TextContent(\"Half of\"), new ErrorContent(\"overloaded\"))")),
        ("is empty", ScriptedAnswer.Text("")),
        ("is blank", ScriptedAnswer.Text(" \n\t")),
    ];

    public static async Task MissAsync(IChatClientMaker maker, Exam exam)
    {
        foreach (ChatAsk ask in AskFamilies.Full(exam))
        {
            ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("Yes."));
            AskResult result = await trial.AskAsync(ask);
            const string Tried = "a request that is not in the store";
            if (trial.Model.Calls != 1)
                throw trial.UnmetCalls(Tried, 1);
            if (result.Text != "Yes.")
                throw trial.Unmet(Tried, result, "the answer \"Yes.\"");
            string asked = AskText.Of(trial.Model.Made[0].Messages, trial.Model.Made[0].Options);
            string expected = AskText.Of(ask.ToMessages(), ask.Options?.ToOptions());
            if (asked.Replace(", new ChatOptions()", "", StringComparison.Ordinal) != expected.Replace(", new ChatOptions()", "", StringComparison.Ordinal))
            {
                string name = typeof(AskText).FullName!;
                throw trial.Unmet("what the model is asked on a miss", asked, expected, $"Console.WriteLine({name}.Of(model.Made[0].Messages, model.Made[0].Options));");
            }
        }
    }

    public static async Task HitAsync(IChatClientMaker maker, Exam exam)
    {
        foreach (ChatAsk ask in AskFamilies.Full(exam))
            await HitAsync(maker, exam, ask, exam.Word());
        foreach (string text in Texts)
            await HitAsync(maker, exam, ChatAsk.Of("Hello"), text);
    }

    private static async Task HitAsync(IChatClientMaker maker, Exam exam, ChatAsk ask, string text)
    {
        ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text(text), ScriptedAnswer.Text("Between."), ScriptedAnswer.Text("Never."));
        await trial.AskAsync(ask);
        await trial.AskAsync(ChatAsk.Of("Between?"));
        AskResult again = await trial.AskAsync(ask);
        if (trial.Model.Calls > 2)
            throw trial.UnmetCalls("a request, another one, and the first one again", 2);
        if (again.Text != text)
            throw trial.Unmet("a request that was answered before", again, $"the answer {GotText.Value(text)}");
    }

    public static async Task StoreAsync(IChatClientMaker maker, Exam exam)
    {
        ChatAsk ask = ChatAsk.Of(exam.Word());
        ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("one"), ScriptedAnswer.Text("two"), ScriptedAnswer.Text("three"));
        await trial.AskAsync(ask);
        await trial.AnotherClientAsync();
        await trial.AskAsync(ask);
        if (trial.Model.Calls != 1)
            throw trial.UnmetCalls("one request, made by two clients with the same store", 1);
        await trial.AnotherStoreAsync();
        await trial.AskAsync(ask);
        if (trial.Model.Calls != 2)
            throw trial.UnmetCalls("one request, made again by a client with an empty store", 2);
    }

    public static async Task ExpireAsync(IChatClientMaker maker, Exam exam)
    {
        bool stored = false;
        foreach (bool stream in (bool[])[false, true])
        {
            ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("one two three"));
            await trial.AskAsync(ChatAsk.Of("Hello"), stream);
            stored |= trial.Store.Entries.Count > 0;
            int at = Array.FindIndex([.. trial.Store.Entries], e => e.ExpiresAt is null);
            if (at >= 0)
            {
                string tried = $"the entry of an answer{(stream ? " that was streamed" : "")}";
                throw trial.Unmet(tried, trial.Store.Entries[at].Lifetime, "an absolute expiration", $"Console.WriteLine(store.Entries[{at}].Lifetime);");
            }
        }

        if (!stored)
            throw ChatClientExercise.Exercise.Later(ChatClientExercise.StoreId);
    }

    public static async Task KeptAsync(IChatClientMaker maker, Exam exam)
    {
        foreach ((string words, ScriptedAnswer answer) in Unfit)
        {
            foreach (bool stream in (bool[])[false, true])
            {
                ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, answer, ScriptedAnswer.Text("Asked again."));
                await trial.AskAsync(ChatAsk.Of("Hello"), stream);
                await trial.AskAsync(ChatAsk.Of("Hello"), stream);
                if (trial.Model.Calls != 2)
                    throw trial.UnmetCalls($"a request{(stream ? ", streamed," : "")} whose first answer {words}, and again", 2);
            }
        }
    }

    public static async Task ShareAsync(IChatClientMaker maker, Exam exam)
    {
        foreach (bool first in (bool[])[false, true])
        {
            ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("one two"), ScriptedAnswer.Text("Never."));
            ChatAsk ask = ChatAsk.Of(exam.Word());
            await trial.AskAsync(ask, stream: first);
            AskResult second = await trial.AskAsync(ask, stream: !first);
            string tried = first ? "a request that was streamed before, now whole" : "a request that was answered whole before, now streamed";
            if (trial.Model.Calls != 1)
                throw trial.UnmetCalls(tried, 1);
            if (second.Text != "one two")
                throw trial.Unmet(tried, second, "the text \"one two\"");
        }
    }

    public static async Task MarkedAsync(IChatClientMaker maker, Exam exam)
    {
        foreach (bool stream in (bool[])[false, true])
        {
            ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("one two"), ScriptedAnswer.Text("three"));
            string words = stream ? ", streamed" : "";
            AskResult miss = await trial.AskAsync(ChatAsk.Of("Hello"), stream);
            if (miss.Marked)
                throw exam.Unmet($"a miss{words}", "marked", "not marked", miss.MarkCode);
            foreach (string time in (string[])["a hit", "a second hit"])
            {
                AskResult hit = await trial.AskAsync(ChatAsk.Of("Hello"), stream);
                if (!hit.Marked && trial.Model.Calls == 1)
                    throw exam.Unmet($"{time}{words}", "not marked", "marked", hit.MarkCode);
            }
        }
    }

    private static ScriptedAnswer Ended(string text, ChatFinishReason? reason, string code) =>
        new(FakeChatReply.Text(text).Because(reason), $"FakeChatReply.Text(\"{text}\").Because({code})");
}
