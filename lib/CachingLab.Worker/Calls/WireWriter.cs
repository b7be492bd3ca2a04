using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CachingLab.Worker.Calls;

/// <summary>Writes values one after another, as <see cref="WireReader"/> reads them: little-endian, lengths first.</summary>
internal sealed class WireWriter
{
    private readonly Dictionary<object, int> written = new(ReferenceEqualityComparer.Instance);
    private byte[] buffer = new byte[256];

    // The first bytes are for the frame's length, which is written last.
    private int length = sizeof(int);

    /// <summary>The frame: the length and the written content.</summary>
    public byte[] ToFrame()
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer, length - sizeof(int));
        return buffer[..length];
    }

    public void Byte(byte value) => Room(1)[0] = value;

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Number(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), value);

    public void LongNumber(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);

    /// <summary>Writes all bits, so that NaN values and negative zero are preserved.</summary>
    public void Real(double value) => LongNumber(BitConverter.DoubleToInt64Bits(value));

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        value.CopyTo(Room(value.Length));
    }

    /// <summary>
    /// Writes a text that is not null: as ASCII with a negative length when possible, else as UTF-16. Both preserve half of a surrogate pair, which UTF-8
    /// would not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Text(string value)
    {
        if (!Ascii.IsValid(value))
        {
            Bytes(MemoryMarshal.AsBytes(value.AsSpan()));
            return;
        }

        Number(~value.Length);
        Ascii.FromUtf16(value, Room(value.Length), out _);
    }

    public void TextOrNull(string? value)
    {
        if (Has(value))
            Text(value!);
    }

    /// <summary>Writes whether an object is there. An object that the frame already contains is written as its number.</summary>
    /// <returns>Whether its content must follow.</returns>
    public bool Begins(object? value)
    {
        if (value is null)
        {
            Byte((byte)Presence.Missing);
            return false;
        }

        if (written.TryGetValue(value, out int number))
        {
            Byte((byte)Presence.Again);
            Number(number);
            return false;
        }

        written.Add(value, written.Count);
        Byte((byte)Presence.New);
        return true;
    }

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

/// <summary>Whether an object is there.</summary>
internal enum Presence : byte
{
    Missing = 0,

    /// <summary>Its content follows.</summary>
    New,

    /// <summary>The frame contains it already: its number follows.</summary>
    Again,
}
