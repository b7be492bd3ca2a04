using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CachingLab.Sandbox.Protocol;

/// <summary>Writes values one after another, as <see cref="WireReader"/> reads them: little-endian, lengths first.</summary>
internal sealed class WireWriter
{
    private byte[] buffer = new byte[256];
    private int length;

    public byte[] ToArray() => buffer[..length];

    public void Byte(byte value) => Room(1)[0] = value;

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Number(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), value);

    public void LongNumber(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);

    /// <summary>To the last bit: also what is no number, and minus zero.</summary>
    public void Real(double value) => LongNumber(BitConverter.DoubleToInt64Bits(value));

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        value.CopyTo(Room(value.Length));
    }

    /// <summary>A text that is there, char by char: half of a surrogate pair, which no encoding of Unicode keeps, arrives as it was.</summary>
    public void Text(string value) => Bytes(MemoryMarshal.AsBytes(value.AsSpan()));

    public void TextOrNull(string? value)
    {
        if (Has(value))
            Text(value!);
    }

    public void Texts(IReadOnlyList<string> values)
    {
        Number(values.Count);
        for (int i = 0; i < values.Count; i++)
            Text(values[i]);
    }

    /// <summary>Writes whether a value is there.</summary>
    public bool Has(object? value)
    {
        Flag(value is not null);
        return value is not null;
    }

    private Span<byte> Room(int count)
    {
        if (buffer.Length - length < count)
            Array.Resize(ref buffer, Math.Max(checked(length + count), (int)Math.Min(2L * buffer.Length, Array.MaxLength)));
        length += count;
        return buffer.AsSpan(length - count, count);
    }
}
