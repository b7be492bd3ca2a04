using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CachingLab.Sandbox.Protocol;

/// <summary>Reads what <see cref="WireWriter"/> wrote. Bytes that cannot have been written so are refused, whoever sent them.</summary>
/// <param name="bytes">What was written.</param>
internal sealed class WireReader(byte[] bytes)
{
    private int position;

    public byte Byte() => Next(1)[0];

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new InvalidDataException($"no truth value: {other}"),
    };

    public int Number() => BinaryPrimitives.ReadInt32LittleEndian(Next(sizeof(int)));

    public long LongNumber() => BinaryPrimitives.ReadInt64LittleEndian(Next(sizeof(long)));

    public double Real() => BitConverter.Int64BitsToDouble(LongNumber());

    public byte[] Bytes() => Next(Number()).ToArray();

    public string Text()
    {
        ReadOnlySpan<byte> text = Next(Number());
        return text.Length % sizeof(char) == 0 ? new string(MemoryMarshal.Cast<byte, char>(text)) : throw new InvalidDataException("half a character");
    }

    public string? TextOrNull() => Flag() ? Text() : null;

    public string[] Texts()
    {
        var texts = new string[Count()];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = Text();
        return texts;
    }

    /// <summary>The number of items that follow: never more than there are bytes, so that a lie takes no memory.</summary>
    public int Count()
    {
        int count = Number();
        return count >= 0 && count <= bytes.Length - position ? count : throw new InvalidDataException($"no number of items: {count}");
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (position != bytes.Length)
            throw new InvalidDataException($"{bytes.Length - position} bytes too many");
    }

    private ReadOnlySpan<byte> Next(int count)
    {
        if (count < 0 || count > bytes.Length - position)
            throw new InvalidDataException($"{count} bytes were to come, {bytes.Length - position} are there");
        position += count;
        return bytes.AsSpan(position - count, count);
    }
}
