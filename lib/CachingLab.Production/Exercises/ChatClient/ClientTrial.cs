using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.ChatClient;

/// <summary>A learner's client between a model and a store of the exam, and the C# that does the same in a cell.</summary>
internal sealed class ClientTrial
{
    private const string Class = "KeepingChatClient";
    private readonly IChatClientMaker maker;
    private readonly Exam exam;
    private readonly List<string> script;
    private IChatModel client = null!;

    private ClientTrial(IChatClientMaker maker, Exam exam, ScriptedAnswer[] answers)
    {
        (this.maker, this.exam) = (maker, exam);
        Model.Next([.. answers.Select(a => a.Reply)]);
        string next = answers.Length == 0 ? "" : $".Next({string.Join(", ", answers.Select(a => a.Code))})";
        script = [$"var model = new FakeChatClient(){next};", "var store = new FakeStore();"];
    }

    public FakeChatClient Model { get; } = new();

    public FakeStore Store { get; private set; } = new();

    public static async Task<ClientTrial> OpenAsync(IChatClientMaker maker, Exam exam, params ScriptedAnswer[] answers)
    {
        var trial = new ClientTrial(maker, exam, answers);
        await trial.CreateAsync("IChatClient client = ");
        return trial;
    }

    /// <summary>Takes another instance of the class, with the same model and the same store.</summary>
    public Task AnotherClientAsync() => CreateAsync("client = ");

    /// <summary>Takes another instance of the class, with an empty store.</summary>
    public Task AnotherStoreAsync()
    {
        Store = new FakeStore();
        script.Add("store = new FakeStore();");
        return AnotherClientAsync();
    }

    /// <summary>Makes the store behave in another way.</summary>
    /// <param name="code">The same as C#, after <c>store.</c>.</param>
    public void Set(Action<FakeStore> change, string code)
    {
        change(Store);
        script.Add($"store.{code};");
    }

    /// <param name="tried">What is tried, in words; the call by default.</param>
    public async Task<AskResult> AskAsync(ChatAsk ask, string? tried = null)
    {
        string call = $"client.GetResponseAsync({AskText.Of(ask)})", before = Script;
        string showing = $"{before}await Got.OutcomeAsync(async () => (await {call}).Text);";
        exam.Try(() => showing, () => tried ?? call);
        ChatReply reply = await client.AnswerAsync(ask, exam.CancellationToken);
        script.Add($"await {call};");
        return new AskResult(reply.Text, $"the answer {GotText.Value(reply.Text)}", showing)
        {
            Marked = Marks(reply),
            MarkCode = $"{before}{MarkLine($"(await {call}).AdditionalProperties")}",
        };
    }

    public async Task<AskResult> StreamAsync(ChatAsk ask, int most = int.MaxValue)
    {
        string call = $"client.GetStreamingResponseAsync({AskText.Of(ask)})", before = Script;
        string read = $"await StreamText.OfAsync({call}{(most == int.MaxValue ? "" : $", most: {most}")})";
        exam.Try(() => $"{before}Console.WriteLine({read});", () => call);
        StreamRead result = await StreamText.ReadAsync(client.StreamAsync(ask, exam.CancellationToken), most, exam.CancellationToken);
        script.Add($"{read};");
        return new AskResult(result.Text, result.ToString(), $"{before}Console.WriteLine({read});")
        {
            Stream = result,
            Marked = result.Updates.Any(Marks),
            MarkCode = $"{before}{MarkLine($"(await {call}.ToChatResponseAsync()).AdditionalProperties")}",
        };
    }

    public Task<AskResult> AskAsync(ChatAsk ask, bool stream, string? tried = null) => stream ? StreamAsync(ask) : AskAsync(ask, tried);

    /// <summary>Asks one after another, without a line of code for each.</summary>
    public async Task<IReadOnlyList<ChatReply>> AskManyAsync(IReadOnlyList<ChatAsk> asks)
    {
        var replies = new List<ChatReply>(asks.Count);
        foreach (ChatAsk ask in asks)
        {
            exam.Try(() => $"{Script}await Got.OutcomeAsync(async () => (await client.GetResponseAsync({AskText.Of(ask)})).Text);");
            replies.Add(await client.AnswerAsync(ask, exam.CancellationToken));
        }

        return replies;
    }

    /// <summary>The requirement is not met by what a call gave.</summary>
    public UnmetException Unmet(string tried, AskResult result, string expected) => exam.Unmet(tried, result.Words, expected, result.Code);

    /// <summary>The requirement is not met by how often the model was asked.</summary>
    public UnmetException UnmetCalls(string tried, int expected) =>
        exam.Unmet(tried, Calls(Model.Calls), Calls(expected), $"{Script}Console.WriteLine($\"calls of the model: {{model.Calls}}\");");

    /// <summary>The requirement is not met by what the last line of the code prints.</summary>
    public UnmetException Unmet(string tried, string got, string expected, string question) => exam.Unmet(tried, got, expected, Script + question);

    private string Script => string.Concat(script.Select(l => l + "\n"));

    private static string Calls(int count) => $"calls of the model: {count}";

    private static bool Marks(ChatReply reply) => reply.Additional.Any(p => p is { Name: HitMark.Name, Json: "true" });

    private static string MarkLine(string properties) => $"Console.WriteLine({properties}?.TryGetValue(HitMark.Name, out bool hit) is true && hit ? \"marked\" : \"not marked\");";

    private async Task CreateAsync(string declared)
    {
        string line = $"{declared}new {Class}(model, store);";
        exam.Try(() => Script + line);
        client = await maker.CreateAsync(new ServedModel(Model), Store, exam.CancellationToken);
        script.Add(line);
    }
}

/// <summary>What a call of the learner's client gave.</summary>
/// <param name="Code">C# that prints these words.</param>
internal sealed record AskResult(string Text, string Words, string Code)
{
    /// <summary>What a stream gave; null for a whole answer.</summary>
    public StreamRead? Stream { get; init; }

    public bool Marked { get; init; }

    public string MarkCode { get; init; } = "";
}

/// <summary>An answer of the model, and the C# that makes it.</summary>
internal sealed record ScriptedAnswer(FakeChatReply Reply, string Code)
{
    public static ScriptedAnswer Text(string text) => new(FakeChatReply.Text(text), $"FakeChatReply.Text({RequestText.Text(text)})");

    /// <summary>The words, each an update of a stream, which breaks after some of them.</summary>
    public static ScriptedAnswer Breaking(string text, int updates) => new(
        FakeChatReply.Text(text).BreakingAfter(updates, new IOException("cut")),
        $"FakeChatReply.Text({RequestText.Text(text)}).BreakingAfter({updates}, new System.IO.IOException(\"cut\"))");
}
