using System.Globalization;
using System.Text;

namespace CachingLab.Worker.Running;

/// <summary>The printed text of a cell. Of too much text, the beginning and the end are kept with a note of how much is missing.</summary>
internal sealed class PrintedText
{
    private const int Head = 20_000;
    private const int Tail = 4_000;
    private readonly StringBuilder ready = new();
    private readonly StringBuilder tail = new();
    private int room = Head;
    private long beyond;

    /// <summary>Shortens a text in the same way.</summary>
    public static string Bound(string text)
    {
        var printed = new PrintedText();
        printed.Add(text);
        return printed.TakeAll();
    }

    public void Add(ReadOnlySpan<char> text)
    {
        int taken = Math.Min(room, text.Length);
        if (taken > 0 && taken < text.Length && char.IsHighSurrogate(text[taken - 1]))
            taken--;
        ready.Append(text[..taken]);
        room = taken < text.Length ? 0 : room - taken;
        text = text[taken..];
        beyond += text.Length;
        tail.Append(text[Math.Max(0, text.Length - Tail)..]);
        if (tail.Length > 2 * Tail)
            tail.Remove(0, tail.Length - Tail);
    }

    /// <summary>Takes the text that can be shown already, without the end of a flood.</summary>
    public string TakeReady() => Take(ready);

    /// <summary>Takes all text since the last call. After a flood, only the end of later text is kept.</summary>
    public string TakeAll()
    {
        string end = Take(tail);
        if (beyond > end.Length || end.Length > Tail)
            end = WholeLines(end[Math.Max(0, end.Length - Tail)..]);
        long leftOut = beyond - end.Length;
        beyond = 0;
        string note = leftOut == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"\n[{leftOut:N0} characters left out here: of what a cell prints, the first {Head:N0} and the last {Tail:N0} are shown]\n");
        return Take(ready) + note + end;
    }

    private static string Take(StringBuilder from)
    {
        string text = from.ToString();
        from.Clear();
        return text;
    }

    private static string WholeLines(string text)
    {
        int line = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return line > 0 && line < text.Length ? text[line..] : char.IsLowSurrogate(text[0]) ? text[1..] : text;
    }
}
