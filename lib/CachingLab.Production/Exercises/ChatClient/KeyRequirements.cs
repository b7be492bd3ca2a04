using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>Which requests share an entry, and which do not.</summary>
internal static class KeyRequirements
{
    public static Task MessagesAsync(IChatClientMaker maker, Exam exam) => DifferAsync(maker, exam, AskFamilies.Messages(exam));

    public static async Task OptionsAsync(IChatClientMaker maker, Exam exam)
    {
        await DifferAsync(maker, exam, AskFamilies.Options(exam));
        await DifferAsync(maker, exam, AskFamilies.Named());
    }

    public static Task ToolsAsync(IChatClientMaker maker, Exam exam) => DifferAsync(maker, exam, AskFamilies.Tools(exam));

    public static Task AdditionalAsync(IChatClientMaker maker, Exam exam) => DifferAsync(maker, exam, AskFamilies.Additional(exam));

    /// <summary>What says nothing about the request: ids, times, and options that are empty.</summary>
    public static async Task NoiseAsync(IChatClientMaker maker, Exam exam)
    {
        var hello = new AskMessage("user", exam.Word());
        AskMessage later = hello with { CreatedAt = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero) };
        AskMessage system = new("system", "Be brief.") { MessageId = "s-1" };
        (string Tried, ChatAsk One, ChatAsk Other)[] pairs =
        [
            ("one request without options, and with empty ones", new([hello]), new([hello], new AskOptions())),
            ("one request with empty options, and without", new([hello with { Text = "Hi" }], new AskOptions()), new([hello with { Text = "Hi" }])),
            ("one request with another MessageId", new([hello with { Text = "a" }]), new([hello with { Text = "a", MessageId = "m-1" }])),
            ("one request with another MessageId", new([hello with { Text = "b", MessageId = "m-1" }]), new([hello with { Text = "b", MessageId = exam.Word() }])),
            ("one request with another MessageId", new([system, hello]), new([system with { MessageId = "s-2" }, hello])),
            ("one request with another CreatedAt", new([hello with { Text = "c" }]), new([later with { Text = "c" }])),
            ("one request with another CreatedAt", new([later with { Text = "d" }]), new([later with { Text = "d", CreatedAt = later.CreatedAt!.Value.AddDays(1) }])),
        ];
        foreach ((string tried, ChatAsk one, ChatAsk other) in pairs)
        {
            ClientTrial trial = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("one"), ScriptedAnswer.Text("two"));
            await trial.AskAsync(one);
            await trial.AskAsync(other);
            if (trial.Model.Calls > 1)
                throw trial.UnmetCalls(tried, 1);
        }
    }

    // Asks all of them of one client: each must reach the model. Two that share an entry are then asked alone.
    private static async Task DifferAsync(IChatClientMaker maker, Exam exam, IReadOnlyList<AskVariant> variants)
    {
        ClientTrial all = await ClientTrial.OpenAsync(maker, exam, [.. variants.Select((_, i) => ScriptedAnswer.Text($"answer {i}"))]);
        IReadOnlyList<ChatReply> replies = await all.AskManyAsync([.. variants.Select(v => v.Ask)]);
        if (all.Model.Calls == variants.Count)
            return;
        string[] asked = [.. all.Model.Made.Select(c => AskText.Of(c.Messages, c.Options))];
        int next = 0, at = 0;
        while (at < variants.Count && next < asked.Length && asked[next] == Seen(variants[at]))
            (at, next) = (at + 1, next + 1);
        if (at == variants.Count)
            throw all.UnmetCalls("different requests, one after another", variants.Count);

        // Its answer names the request that it was first given to; where it does not, any earlier one may be it.
        IEnumerable<int> first = Enumerable.Range(0, at).OrderByDescending(i => replies[i].Text == replies[at].Text);
        foreach (int i in first)
        {
            ClientTrial pair = await ClientTrial.OpenAsync(maker, exam, ScriptedAnswer.Text("one"), ScriptedAnswer.Text("two"));
            await pair.AskAsync(variants[i].Ask);
            await pair.AskAsync(variants[at].Ask);
            if (pair.Model.Calls != 2)
                throw pair.UnmetCalls($"two requests that differ in {variants[at].What}", 2);
        }

        throw exam.Unmet($"{variants.Count} different requests, one after another", $"calls of the model: {asked.Length}", $"calls of the model: {variants.Count}");
    }

    private static string Seen(AskVariant variant) => AskText.Of(variant.Ask.ToMessages(), variant.Ask.Options?.ToOptions());
}
