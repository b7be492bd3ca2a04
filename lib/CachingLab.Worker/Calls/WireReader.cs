using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CachingLab.Worker.Calls;

/// <summary>Reads what <see cref="WireWriter"/> wrote. Bytes that it cannot have written are refused.</summary>
internal sealed class WireReader(byte[] bytes)
{
    // An item may be one byte here but an object in memory. The bound keeps one message from filling the memory.
    private int items = 1_000_000;
    private readonly List<object?> read = [];
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Text()
    {
        int length = Number();
        if (length < 0)
            return Encoding.Latin1.GetString(Next(~length));
        ReadOnlySpan<byte> text = Next(length);
        return text.Length % sizeof(char) == 0 ? new string(MemoryMarshal.Cast<byte, char>(text)) : throw new InvalidDataException("half a character");
    }

    public string? TextOrNull() => Flag() ? Text() : null;

    /// <summary>Reads an object as <see cref="WireWriter.Begins"/> writes it.</summary>
    /// <param name="type">The type that an object must have when the frame refers to it again.</param>
    public object? Object(Type type, Func<object> content)
    {
        switch ((Presence)Byte())
        {
            case Presence.Missing:
                return null;
            case Presence.New:
                int number = read.Count;
                read.Add(null);
                return read[number] = content();
            case Presence.Again when Number() is >= 0 and var again && again < read.Count && type.IsInstanceOfType(read[again]):
                return read[again];
            default:
                throw new InvalidDataException("no object");
        }
    }

    /// <summary>Reads the number of items that follow. It may not exceed the remaining bytes, so that a false number takes no memory.</summary>
    public int Count()
    {
        int count = Number();
        items -= count;
        return count >= 0 && count <= bytes.Length - position && items >= 0 ? count : throw new InvalidDataException($"no number of items: {count}");
    }

    /// <summary>Checks that nothing follows.</summary>
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
