using System.Globalization;

namespace CachingLab.Exercises.Keys;

/// <summary>Many requests described by a few values, so that they need not be sent one by one. They differ in a code at the end of a prompt, or of the model's name.</summary>
/// <param name="Sample">The request that all are copies of.</param>
/// <param name="Start">The first number.</param>
public sealed record KeySeries(LlmRequest Sample, int Start, int Count)
{
    // The keys of a part must fit into one message.
    private const int First = 250, AtOnce = 5_000;

    /// <summary>The request with that number.</summary>
    /// <remarks>
    /// Every eighth number changes the model. Of the others, odd ones change the system prompt, and even ones the user's: a key may have few bits for one field.
    /// The code spreads the number's bits over 16 digits: a CRC never collides for texts that differ in only a few adjacent bits.
    /// </remarks>
    public LlmRequest Request(int number)
    {
        string text = ((ulong)number * 0x9E37_79B9_7F4A_7C15).ToString("x16", CultureInfo.InvariantCulture);
        return number % 8 == 7 ? Sample with { Model = Sample.Model + text }
            : number % 2 == 1 ? Sample with { SystemPrompt = Sample.SystemPrompt + text }
            : Sample with { UserPrompt = Sample.UserPrompt + text };
    }

    public IEnumerable<LlmRequest> Requests() => Enumerable.Range(Start, Count).Select(Request);

    /// <summary>The series divided into parts that are small enough for one message. The first ones are smaller still, so that a slow function is soon known.</summary>
    public IEnumerable<KeySeries> Parts()
    {
        for (int done = 0, next; done < Count; done += next)
        {
            next = Math.Min(Math.Clamp(done, First, AtOnce), Count - done);
            yield return this with { Start = Start + done, Count = next };
        }
    }
}
