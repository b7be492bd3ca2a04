using CachingLab.Exams;

namespace CachingLab.Exercises.Calls;

/// <summary>The outcome of one call: its answer or exception, and the entries that it logged.</summary>
/// <param name="Answer">What was returned; null when the call threw.</param>
/// <param name="Thrown">What was thrown, or null.</param>
/// <param name="Llm">The model that was to be called.</param>
/// <param name="Setup">What the call was given.</param>
internal sealed record CallTrial(string? Answer, AnswerException? Thrown, LogCollector Log, FakeLlm Llm, CallSetup Setup)
{
    /// <summary>Waits for the call and keeps its outcome. The exception of an unwritten stub is passed on.</summary>
    /// <param name="earlier">How often the model had been called before.</param>
    public static async Task<CallTrial> OfAsync(Task<string?> call, LogCollector log, FakeLlm llm, CallSetup setup, int earlier = 0)
    {
        (string? answer, AnswerException? thrown) = (null, null);
        try
        {
            answer = await call;
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            thrown = e;
        }

        return new CallTrial(answer, thrown, log, llm, setup) { Earlier = earlier, Asked = [.. llm.Requests.Skip(earlier)] };
    }

    public int Earlier { get; private init; }

    public IReadOnlyList<LlmRequest> Asked { get; private init; } = [];

    /// <summary>Whether the answer came without a call of the model.</summary>
    public bool IsHit => Asked.Count == 0 && Thrown is null;

    public string Outcome => GotText.Outcome(Answer, Thrown, Setup.Scripted);

    /// <summary>The last entry of that name, or else the last entry: one requirement alone checks the names.</summary>
    public LogEntry? Entry(string name) => Log.Named(name) is [.., var named] ? named : Log.Entries is [.., var last] ? last : null;

    public UnmetException UnmetOutcome(string tried, string expected) => Unmet(tried, Outcome, expected);

    /// <summary>Why what was thrown is not what the model threw, or null.</summary>
    public UnmetException? UnmetThrown(string tried, ScriptedReply reply) =>
        (Setup.Scripted is { } scripted ? ReferenceEquals(Thrown?.Original, scripted) : Thrown?.TypeName == reply.ErrorType)
            ? null
            : UnmetOutcome(tried, Setup.Scripted is null ? $"a {reply.ErrorType}" : "that very exception");

    public UnmetException UnmetCalls(string tried, string expected) =>
        Unmet(tried, GotText.Calls(Llm, Earlier), expected, Earlier == 0 ? "Got.Calls(llm);" : $"Got.Calls(llm, {Earlier});");

    public UnmetException UnmetLog(string tried, string expected) => Unmet(tried, Log.ToString(), expected, "Got.Log(log);");

    public UnmetException UnmetField(string tried, string entry, string field, string expected) =>
        Unmet(tried, GotText.Field(Log, entry, field), expected, $"Got.Field(log, {CodeText.Literal(entry)}, \"{field}\");");

    public UnmetException UnmetStored(string tried, RecordingCache cache, string expected) =>
        Unmet(tried, GotText.Value(cache.Values is [.., var last] ? last : null), expected, "Got.Value(cache.Values.LastOrDefault());");

    /// <summary>The requirement is not met for another reason.</summary>
    /// <param name="question">C# that prints <paramref name="got"/> after the call; null when the call's outcome says it.</param>
    public UnmetException Unmet(string tried, string got, string expected, string? question = null) =>
        new(new Counterexample(tried, got, expected, question is null ? Setup.Code() : $"{Setup.Code()}\n{question}"));
}

/// <summary>What a call was given.</summary>
/// <param name="Code">C# that makes the call in the same way; it calls the model <c>llm</c> and the log <c>log</c>.</param>
/// <param name="Scripted">What the model throws, or null.</param>
internal sealed record CallSetup(Func<string> Code, Exception? Scripted);
