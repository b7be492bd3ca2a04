namespace CachingLab.Worker.Calls;

/// <summary>A value without parts. A text and an array of bytes may be null.</summary>
internal sealed class PlainShape(Action<WireWriter, object?> write, Func<WireReader, object?> read) : Shape
{
    private static readonly Dictionary<Type, PlainShape> ByType = new()
    {
        [typeof(bool)] = new((to, value) => to.Flag((bool)value!), from => from.Flag()),
        [typeof(byte)] = new((to, value) => to.Byte((byte)value!), from => from.Byte()),
        [typeof(char)] = new((to, value) => to.Number((char)value!), from => (char)from.Number()),
        [typeof(int)] = new((to, value) => to.Number((int)value!), from => from.Number()),
        [typeof(long)] = new((to, value) => to.LongNumber((long)value!), from => from.LongNumber()),
        [typeof(double)] = new((to, value) => to.Real((double)value!), from => from.Real()),
        [typeof(decimal)] = new((to, value) => WriteDecimal(to, (decimal)value!), from => ReadDecimal(from)),
        [typeof(string)] = new((to, value) => to.TextOrNull((string?)value), from => from.TextOrNull()),
        [typeof(byte[])] = new((to, value) => WriteBytes(to, (byte[]?)value), from => from.Flag() ? from.Bytes() : null),
        [typeof(ReadOnlyMemory<byte>)] = new((to, value) => to.Bytes(((ReadOnlyMemory<byte>)value!).Span), from => new ReadOnlyMemory<byte>(from.Bytes())),
        [typeof(TimeSpan)] = new((to, value) => to.LongNumber(((TimeSpan)value!).Ticks), from => new TimeSpan(from.LongNumber())),
        [typeof(DateTime)] = new((to, value) => to.LongNumber(((DateTime)value!).ToBinary()), from => ReadDate(from)),
        [typeof(DateTimeOffset)] = new((to, value) => WriteTime(to, (DateTimeOffset)value!), from => ReadTime(from)),
        [typeof(object)] = new(WriteAny, ReadAny),
    };

    // The types of values that a property of type object may hold. A value follows the index of its type.
    private static readonly Type[] Any = [typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(string)];

    public static PlainShape? Find(Type type) => ByType.GetValueOrDefault(type);

    public override void Write(WireWriter to, object? value, ObjectTable objects) => write(to, value);

    public override object? Read(WireReader from, ObjectTable objects, int depth) => read(from);

    private static void WriteBytes(WireWriter to, byte[]? value)
    {
        if (to.Has(value))
            to.Bytes(value);
    }

    private static void WriteAny(WireWriter to, object? value)
    {
        int kind = value is null ? 0 : Array.IndexOf(Any, value.GetType()) + 1;
        if (value is not null && kind == 0)
            throw new NotSupportedException($"a value of type {value.GetType().Name} cannot cross to another process as it is");
        to.Byte((byte)kind);
        if (value is not null)
            ByType[value.GetType()].Write(to, value, null!);
    }

    private static object? ReadAny(WireReader from)
    {
        int kind = from.Byte();
        if (kind > Any.Length)
            throw new InvalidDataException($"no value of kind {kind}");
        return kind == 0 ? null : ByType[Any[kind - 1]].Read(from, null!, 0);
    }

    private static void WriteDecimal(WireWriter to, decimal value)
    {
        foreach (int part in decimal.GetBits(value))
            to.Number(part);
    }

    private static decimal ReadDecimal(WireReader from)
    {
        try
        {
            return new decimal([from.Number(), from.Number(), from.Number(), from.Number()]);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException("no decimal number", e);
        }
    }

    private static DateTime ReadDate(WireReader from)
    {
        try
        {
            return DateTime.FromBinary(from.LongNumber());
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException("no date", e);
        }
    }

    private static void WriteTime(WireWriter to, DateTimeOffset value)
    {
        to.LongNumber(value.Ticks);
        to.LongNumber(value.Offset.Ticks);
    }

    private static DateTimeOffset ReadTime(WireReader from)
    {
        try
        {
            return new DateTimeOffset(from.LongNumber(), new TimeSpan(from.LongNumber()));
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException("no time", e);
        }
    }
}
