using CachingLab.Exams;
using CachingLab.Production.Chat;
using Microsoft.Extensions.AI;

namespace CachingLab.Production;

/// <summary>What a stream gave, in words.</summary>
public static class StreamText
{
    // More than any model of the course sends.
    private const int MostUpdates = 300;

    /// <summary>Reads a stream, and says which texts came in which updates and how it ended.</summary>
    /// <param name="most">Stops reading after that many updates with text.</param>
    public static async Task<string> OfAsync(IAsyncEnumerable<ChatResponseUpdate> updates, int most = int.MaxValue) =>
        (await ReadAsync(Replies(updates), most)).ToString();

    /// <summary>Reads a stream that may throw an <see cref="AnswerException"/>.</summary>
    internal static async Task<StreamRead> ReadAsync(IAsyncEnumerable<ChatReply> updates, int most, CancellationToken cancellationToken = default)
    {
        var read = new List<ChatReply>();
        try
        {
            await foreach (ChatReply update in updates.WithCancellation(cancellationToken))
            {
                read.Add(update);
                if (read.Count(u => u.Text.Length > 0) >= most)
                    return new StreamRead(read, null, false);
                if (read.Count >= MostUpdates)
                    return new StreamRead(read, null, true);
            }
        }
        catch (AnswerException e) when (!e.Is<NotImplementedException>())
        {
            return new StreamRead(read, e, false);
        }

        return new StreamRead(read, null, false);
    }

    /// <summary>The updates of a learner's stream; what it throws is wrapped in an <see cref="AnswerException"/>.</summary>
    internal static async IAsyncEnumerable<ChatReply> Replies(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        await using IAsyncEnumerator<ChatResponseUpdate> reading = updates.GetAsyncEnumerator();
        while (await NextAsync(reading) is { } update)
            yield return update;
    }

    private static async Task<ChatReply?> NextAsync(IAsyncEnumerator<ChatResponseUpdate> reading)
    {
        try
        {
            return await reading.MoveNextAsync() ? ChatReply.Of(reading.Current) : null;
        }
        catch (Exception e)
        {
            throw new AnswerException(e);
        }
    }
}

/// <summary>What a reader of a stream got.</summary>
/// <param name="Thrown">What the stream threw, or null.</param>
/// <param name="Endless">Whether the reader gave up, because the updates did not end.</param>
internal sealed record StreamRead(IReadOnlyList<ChatReply> Updates, AnswerException? Thrown, bool Endless)
{
    /// <summary>The texts of the updates that have one.</summary>
    public IReadOnlyList<string> Texts => [.. Updates.Select(u => u.Text).Where(t => t.Length > 0)];

    public string Text => string.Concat(Texts);

    public override string ToString() => Endless
        ? "updates without an end"
        : (Texts.Count == 0 ? "no text" : string.Join(", ", Texts.Take(20).Select(CodeText.Shown))) + (Thrown is null ? "" : $", then {GotText.Thrown(Thrown)}");
}
