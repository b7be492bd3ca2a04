using System.Text;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Sandbox.Running;

/// <summary>Collects what a cell prints, shows and returns, up to a limit.</summary>
internal sealed class CellOutputs : TextWriter
{
    private const int MaxCharacters = 1_000_000;
    private const string CutNote = "\n[output cut here: a cell may print a million characters]\n";
    private readonly Lock gate = new();
    private readonly List<WireOutput> outputs = [];
    private readonly StringBuilder printed = new();
    private int characters;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Print([value]);

    public override void Write(char[] buffer, int index, int count) => Print(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Print(buffer);

    public override void Write(string? value) => Print(value);

    /// <summary>Adds something that was shown or returned.</summary>
    public void Add(WireOutput output)
    {
        lock (gate)
        {
            EndPrinted();
            if (Room(output.Text.Length + (output.Html?.Length ?? 0)) >= 0)
                outputs.Add(output);
        }
    }

    /// <summary>Everything since the last call, in order.</summary>
    public IReadOnlyList<WireOutput> Take()
    {
        lock (gate)
        {
            EndPrinted();
            WireOutput[] taken = [.. outputs];
            outputs.Clear();
            characters = 0;
            return taken;
        }
    }

    private void Print(ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            int room = MaxCharacters - characters;
            if (room < 0)
                return;
            printed.Append(text[..Math.Min(room, text.Length)]);
            if (Room(text.Length) < 0)
                printed.Append(CutNote);
        }
    }

    private int Room(int length)
    {
        characters = (int)Math.Min((long)characters + length, MaxCharacters + 1);
        return MaxCharacters - characters;
    }

    private void EndPrinted()
    {
        if (printed.Length == 0)
            return;
        outputs.Add(new WireOutput(OutputKind.Printed, printed.ToString()));
        printed.Clear();
    }
}
