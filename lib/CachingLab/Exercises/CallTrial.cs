using CachingLab.Exams;

namespace CachingLab.Exercises;

/// <summary>What came of one call: the answer or the exception, and the entries that were logged.</summary>
/// <param name="Answer">What was returned; null when the call threw.</param>
/// <param name="Thrown">What was thrown, or null.</param>
/// <param name="Log">The entries.</param>
/// <param name="Llm">The model that was to be called.</param>
internal sealed record CallTrial(string? Answer, AnswerException? Thrown, LogCollector Log, FakeLlm Llm)
{
    /// <summary>Waits for the call and keeps what comes of it; a stub's own exception passes through.</summary>
    /// <param name="call">The call.</param>
    /// <param name="log">Where its entries go.</param>
    /// <param name="llm">The model it is given.</param>
    public static async Task<CallTrial> OfAsync(Task<string?> call, LogCollector log, FakeLlm llm)
    {
        try
        {
            return new CallTrial(await call, null, log, llm);
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            return new CallTrial(null, e, log, llm);
        }
    }

    /// <summary>The entry of that name, or else the last one there is: a wrong name is one requirement's matter only.</summary>
    public LogEntry? Entry(string name) => Log.Named(name) is [.., var named] ? named : Log.Entries is [.., var last] ? last : null;

    /// <summary>What the log holds, in a few words.</summary>
    public string Logged => Log.Entries.Count == 0 ? "no entry" : string.Join(", ", Log.Entries.Select(e => $"{e.Level} {e.Name}"));

    /// <summary>What was thrown, in a few words.</summary>
    public string Outcome => Thrown is null ? $"the answer {CodeText.Shown(Answer)}" : $"{Thrown.TypeName}: {CodeText.FirstLine(Thrown.Message)}";
}
