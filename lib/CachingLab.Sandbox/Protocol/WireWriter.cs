using System.Buffers.Binary;
using System.Text;

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

    /// <summary>A text that is there, as UTF-8; half a surrogate pair becomes a replacement character.</summary>
    public void Text(string value)
    {
        int count = Encoding.UTF8.GetByteCount(value);
        Number(count);
        Encoding.UTF8.GetBytes(value, Room(count));
    }

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
