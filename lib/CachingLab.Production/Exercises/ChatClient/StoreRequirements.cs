using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>What happens when the store is dead, torn or lying.</summary>
internal static class StoreRequirements
{
    private const string Fresh = "asked again";
    private static readonly (Exception Failure, string Code)[] Failures =
    [
        (new IOException("no connection"), "new System.IO.IOException(\"no connection\")"),
        (new TimeoutException("too slow"), "new System.TimeoutException(\"too slow\")"),
        (new InvalidOperationException("no master"), "new System.InvalidOperationException(\"no master\")"),
    ];

    public static async Task DeadAsync(IChatClientMaker maker, Exam exam)
    {
        foreach ((Exception failure, string code) in Failures)
        {
            foreach (bool stream in (bool[])[false, true])
            {
                await DeadAsync(maker, exam, stream, "read", (s => s.ReadFailure = failure, $"ReadFailure = {code}"));
                await DeadAsync(maker, exam, stream, "write", (s => s.WriteFailure = failure, $"WriteFailure = {code}"));
                await DeadAsync(
                    maker, exam, stream, "read and write",
                    (s => s.ReadFailure = failure, $"ReadFailure = {code}"), (s => s.WriteFailure = failure, $"WriteFailure = {code}"));
            }
        }
    }

    private static async Task DeadAsync(IChatClientMaker maker, Exam exam, bool stream, string when, params (Action<FakeStore> Change, string Code)[] changes)
    {
        ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("one two three"), ScriptedAnswer.Text("Never."));
        foreach ((Action<FakeStore> change, string code) in changes)
            trial.Set(change, code);
        string tried = $"a store that throws on {when}{(stream ? ", and a stream" : "")}";
        AskResult result = await trial.AskAsync(ChatAsk.Of("Hello"), stream, tried);
        if (result.Text != "one two three" || result.Stream?.Thrown is not null)
            throw trial.Unmet(tried, result, "the answer \"one two three\"");
        if (trial.Model.Calls != 1)
            throw trial.UnmetCalls(tried, 1);
    }

    public static async Task TornAsync(IChatClientMaker maker, Exam exam)
    {
        const string Text = "A long answer, with caf\u00e9 and \"quotes\", that says more than one thing: first this, then that, and in the end the whole of it.";
        bool stored = false;
        foreach (bool stream in (bool[])[false, true])
        {
            ClientTrial probe = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text(Text));
            await probe.AskAsync(ChatAsk.Of("Hello"), stream);
            int size = probe.Store.Entries.Select(e => e.Value.Length).DefaultIfEmpty(0).Max();
            stored |= size > 0;
            int[] kept = size == 0 ? [] : [size / 2, 0, 1, size - 1, size - 2, size - 10, size / 4, size * 3 / 4, .. Enumerable.Range(0, 8).Select(_ => exam.Random.Next(size))];
            foreach (int bytes in kept.Where(b => b >= 0 && b < size).Distinct())
            {
                ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text(Text), ScriptedAnswer.Text(Fresh));
                await trial.AskAsync(ChatAsk.Of("Hello"), stream);
                trial.Set(s => s.Torn = bytes, $"Torn = {bytes}");
                await trial.AnotherClientAsync();
                string tried = $"an entry of which {bytes} of {size} bytes are left{(stream ? ", and a stream" : "")}";
                AskResult result = await trial.AskAsync(ChatAsk.Of("Hello"), stream, tried);

                // What is left of an entry may be the whole answer, when only its end is lost.
                if ((result.Text != Fresh && result.Text != Text) || result.Stream?.Thrown is not null)
                    throw trial.Unmet(tried, result, $"a call, and the answer \"{Fresh}\"");
            }
        }

        if (!stored)
            throw ChatClientExercise.Exercise.Later(ChatClientExercise.StoreId);
    }

    public static async Task ForeignAsync(IChatClientMaker maker, Exam exam)
    {
        bool stored = false;
        ChatAsk hello = ChatAsk.Of("Where is Alice's invoice?");
        (ChatAsk Mine, ChatAsk Theirs)[] pairs =
        [
            (ChatAsk.Of("Where is Bob's invoice?"), hello),
            (ChatAsk.Of(exam.Word()), ChatAsk.Of(exam.Word())),
            (hello with { Options = new AskOptions { Temperature = 0 } }, hello),
            (hello with { Options = new AskOptions { Model = "gpt-4o" } }, hello with { Options = new AskOptions { Model = "gpt-4o-mini" } }),
        ];
        foreach ((ChatAsk mine, ChatAsk theirs) in pairs)
        {
            foreach (bool stream in (bool[])[false, true])
            {
                ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("Alice's"), ScriptedAnswer.Text("Bob's"));
                await trial.AskAsync(theirs, stream);
                stored |= trial.Store.Entries.Count > 0;
                trial.Set(s => s.Lies = true, "Lies = true");
                await trial.AnotherClientAsync();
                string tried = $"a store that hands out the entry of another key{(stream ? ", and a stream" : "")}";
                AskResult result = await trial.AskAsync(mine, stream, tried);
                if (result.Text != "Bob's" || result.Stream?.Thrown is not null)
                    throw trial.Unmet(tried, result, "a call, and the answer \"Bob's\"");
            }
        }

        if (!stored)
            throw ChatClientExercise.Exercise.Later(ChatClientExercise.StoreId);
    }
}
