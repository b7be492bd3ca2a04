using System.Globalization;
using CachingLab.Exams;
using CachingLab.Production.Chat;

namespace CachingLab.Production.Exercises.PatientCall;

/// <summary>A patient call that was made on a clock whose waits pass at once. Counterexamples make one.</summary>
public sealed class PatientRun
{
    // A call that never stops would fill the report.
    private const int MostShown = 4;
    private readonly Lock gate = new();
    private readonly List<Attempt> made = [];

    internal PatientRun(PatientScript script) => Script = script;

    /// <summary>What was asked, and what the model did.</summary>
    public PatientScript Script { get; }

    public LogCollector Log { get; } = new();

    /// <summary>Makes a call with that function; the model takes these turns.</summary>
    public static Task<PatientRun> OfAsync(PatientFunction call, params ModelTurn[] turns) => OfAsync(call, new PatientScript(turns));

    /// <summary>Makes a call with that function as the script says.</summary>
    public static Task<PatientRun> OfAsync(PatientFunction call, PatientScript script) => new PatientDriver(new LocalPatientCall(call), script).RunAsync(CancellationToken.None);

    /// <summary>Prints whether the function's cell uses Polly.</summary>
    public static async Task PollyAsync(PatientFunction call) => Show.Line(PollyText(await new LocalPatientCall(call).UsesPollyAsync()));

    public string Outcome => End switch
    {
        null => $"no end after {Calls}",
        { Reply: { } reply } => ReplyText(reply),
        { Attempt: { } attempt } => $"the {End.TypeName} of attempt {attempt + 1}",
        _ => $"an exception that no attempt threw: {End.TypeName}: {End.Message}",
    };

    public string Calls => CallsText(Attempts.Count);

    public string WaitsText => Waits is [] ? $"{Calls}, no wait" : $"{Calls}, {string.Join(" and ", Waits.Take(MostShown).Select(w => $"{Seconds(w)} s"))}{AndSoOn} between them";

    /// <summary>What the client was asked on each attempt, in words.</summary>
    public string Asked => Attempts is [] ? "0 attempts" : string.Join(", then ", Attempts.Select(a => AskText(a.Asked)));

    /// <summary>How it ended and when, counted from the failure or cancellation before, in words.</summary>
    public string Late => $"{Outcome}, {Calls}, {Seconds(EndedAt - (CancelledAt ?? LastFailure))} s later";

    private string AndSoOn => Waits.Count > MostShown ? " and so on" : "";

    internal IReadOnlyList<Attempt> Attempts
    {
        get
        {
            lock (gate)
                return [.. made];
        }
    }

    internal PatientEnd? End { get; set; }

    /// <summary>When it ended, by the exam's clock.</summary>
    internal TimeSpan EndedAt { get; set; }

    /// <summary>How long it really took.</summary>
    internal TimeSpan Took { get; set; }

    internal TimeSpan? CancelledAt { get; set; }

    internal IReadOnlyList<TimeSpan> Waits => [.. Attempts.Skip(1).Zip(Attempts, (after, before) => after.At - before.EndedAt)];

    private TimeSpan LastFailure => Attempts is [.., var last] ? last.EndedAt : TimeSpan.Zero;

    internal static string CallsText(int attempts) => attempts == 1 ? "1 attempt" : $"{attempts} attempts";

    internal static string PollyText(bool used) => used ? "a cell that uses Polly" : "a cell that uses nothing of Polly";

    internal void Add(Attempt attempt)
    {
        lock (gate)
            made.Add(attempt);
    }

    internal static string ReplyText(ChatReply reply) => string.Create(
        CultureInfo.InvariantCulture,
        $"the answer {CodeText.Shown(reply.Text)}, finish reason {reply.Finish ?? "null"}, {(reply.InputTokens ?? 0) + (reply.OutputTokens ?? 0)} tokens, id {reply.Id ?? "null"}");

    internal static string AskText(ChatAsk ask)
    {
        string options = ask.Options is { } given ? $"model {CodeText.Literal(given.Model)}, temperature {GotText.Value(given.Temperature)}" : "no options";
        return $"{string.Join(" ", ask.Messages.Select(m => $"{m.Role} {CodeText.Shown(m.Text)}"))} with {options}";
    }

    internal static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <param name="At">When it began, by the exam's clock.</param>
    internal sealed record Attempt(ChatAsk Asked, ModelTurn Turn, TimeSpan At, TimeSpan EndedAt);
}
