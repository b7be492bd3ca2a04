using System.Globalization;

namespace CachingLab.Exercises.Keys;

/// <summary>Many requests that a few words describe, so that they need not be sent one by one: they differ in a code at the end of one text.</summary>
/// <param name="Sample">What all have in common; its texts begin those of each request.</param>
/// <param name="Field">The name of the property that the code is added to: <c>Model</c>, <c>SystemPrompt</c> or <c>UserPrompt</c>.</param>
/// <param name="Start">The first number.</param>
/// <param name="Count">How many requests.</param>
public sealed record KeySeries(LlmRequest Sample, string Field, int Start, int Count)
{
    // Their keys have to fit into one message, and the first part has to tell how long the others take.
    private const int AtOnce = 5_000;

    /// <summary>The request with that number.</summary>
    /// <remarks>
    /// Its code has all bits of the number spread over 16 digits. Keys from checksums differ by design where texts differ in a few bits that lie together.
    /// </remarks>
    public LlmRequest Request(int number)
    {
        string text = ((ulong)number * 0x9E37_79B9_7F4A_7C15).ToString("x16", CultureInfo.InvariantCulture);
        return Field switch
        {
            nameof(LlmRequest.Model) => Sample with { Model = Sample.Model + text },
            nameof(LlmRequest.SystemPrompt) => Sample with { SystemPrompt = Sample.SystemPrompt + text },
            _ => Sample with { UserPrompt = Sample.UserPrompt + text },
        };
    }

    /// <summary>All of them.</summary>
    public IEnumerable<LlmRequest> Requests() => Enumerable.Range(Start, Count).Select(Request);

    /// <summary>The same series in parts to ask for one after another.</summary>
    public IEnumerable<KeySeries> Parts() =>
        Enumerable.Range(0, (Count + AtOnce - 1) / AtOnce).Select(i => this with { Start = Start + (i * AtOnce), Count = Math.Min(AtOnce, Count - (i * AtOnce)) });
}
