using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>What streams do with the model and the store.</summary>
internal static class StreamRequirements
{
    private const string Words = "one two three four five";
    private static readonly string[] Pieces = ["one ", "two ", "three ", "four ", "five"];

    // A model that breaks off after some updates shows without a wait whether they were passed on by then.
    public static async Task LiveAsync(IChatClientMaker maker, Exam exam)
    {
        for (int sent = 1; sent <= Pieces.Length; sent++)
        {
            ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Breaking(Words, sent));
            AskResult result = await trial.StreamAsync(ChatAsk.Of(exam.Word()));
            if (!result.Stream!.Texts.SequenceEqual(Pieces[..sent]) || result.Stream.Thrown?.Is<IOException>() is not true)
                throw trial.Unmet($"a stream that breaks after {sent} update{(sent == 1 ? "" : "s")}", result, Shown(Pieces[..sent]) + ", then IOException: cut");
        }

        ClientTrial whole = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text(Words));
        AskResult all = await whole.StreamAsync(ChatAsk.Of(exam.Word()));
        if (!all.Stream!.Texts.SequenceEqual(Pieces) || all.Stream.Thrown is not null || all.Stream.Endless)
            throw whole.Unmet("a stream of 5 updates", all, Shown(Pieces));
        if (whole.Model.Calls != 1)
            throw whole.UnmetCalls("a stream of 5 updates", 1);
    }

    public static async Task ReplayAsync(IChatClientMaker maker, Exam exam)
    {
        foreach (string text in (string[])[Words, exam.Word(), "caf\u00e9 \ud83d\ude00 \"x\"\n  end ", string.Concat(Enumerable.Repeat("word ", 100))])
        {
            ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text(text), ScriptedAnswer.Text("Never."));
            await trial.StreamAsync(ChatAsk.Of("Hello"));
            foreach (string tried in (string[])["a stream that was read to its end, and again", "the same, a third time"])
            {
                AskResult again = await trial.StreamAsync(ChatAsk.Of("Hello"));
                if (trial.Model.Calls != 1)
                    throw trial.UnmetCalls(tried, 1);
                if (again.Text != text || again.Stream!.Thrown is not null || again.Stream.Endless)
                    throw trial.Unmet(tried, again, $"updates that together say {CodeText.Shown(text)}");
            }
        }
    }

    public static async Task WholeAsync(IChatClientMaker maker, Exam exam)
    {
        for (int read = 1; read < Pieces.Length; read++)
        {
            ClientTrial left = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text(Words), ScriptedAnswer.Text(Words));
            await left.StreamAsync(ChatAsk.Of("Hello"), read);
            await left.StreamAsync(ChatAsk.Of("Hello"));
            if (left.Model.Calls != 2)
                throw left.UnmetCalls($"a stream of which {read} of 5 updates were read, and again", 2);
        }

        for (int sent = 1; sent <= Pieces.Length; sent++)
        {
            ClientTrial broken = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Breaking(Words, sent), ScriptedAnswer.Text(Words));
            await broken.StreamAsync(ChatAsk.Of("Hello"));
            await broken.StreamAsync(ChatAsk.Of("Hello"));
            if (broken.Model.Calls != 2)
                throw broken.UnmetCalls($"a stream that broke after {sent} of 5 updates, and again", 2);
        }
    }

    private static string Shown(string[] pieces) => string.Join(", ", pieces.Select(CodeText.Shown));
}
