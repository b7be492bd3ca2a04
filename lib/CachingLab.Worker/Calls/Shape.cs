using System.Collections.Concurrent;

namespace CachingLab.Worker.Calls;

/// <summary>Writes and reads values of one type. Both sides derive it from the type, so nothing must be declared or generated.</summary>
/// <remarks>
/// Reading trusts nothing: sizes are compared with the available bytes, the depth is bounded, and only the declared type and types of its assembly that
/// derive from it are created.
/// </remarks>
internal abstract class Shape
{
    // No value of an exam is nested deeper.
    public const int MostDepth = 32;
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    /// <exception cref="NotSupportedException">Values of the type cannot cross.</exception>
    public static Shape Of(Type type) => Known.GetOrAdd(type, Make);

    /// <exception cref="NotSupportedException">The value is of a type that cannot cross.</exception>
    public abstract void Write(WireWriter to, object? value, ObjectTable objects);

    /// <exception cref="InvalidDataException">The bytes are not a value of the type.</exception>
    public abstract object? Read(WireReader from, ObjectTable objects, int depth);

    private static Shape Make(Type type)
    {
        if (PlainShape.Find(type) is { } plain)
            return plain;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return new NullableShape(Of(inner));
        if (type.IsEnum)
            return new EnumShape(type);
        if (type == typeof(IReadOnlyList<string>))
            return new TextsShape();
        if (type == typeof(IReadOnlyList<long>))
            return new NumbersShape();
        if (ListShape.ItemOf(type) is { } item)
            return new ListShape(type, item);
        if (DictionaryShape.Is(type))
            return new DictionaryShape(type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            return new StreamShape(type.GetGenericArguments()[0]);
        if (type == typeof(TimeProvider))
            return new ClockShape();
        if (type.IsInterface)
            return new ObjectShape(type);
        return type is { IsClass: true, IsGenericTypeDefinition: false } || type.IsValueType
            ? new RecordShape(type)
            : throw new NotSupportedException($"a {type} cannot cross to another process");
    }
}

/// <summary>A value that may be missing.</summary>
internal sealed class NullableShape(Shape inner) : Shape
{
    public override void Write(WireWriter to, object? value, ObjectTable objects)
    {
        if (to.Has(value))
            inner.Write(to, value, objects);
    }

    public override object? Read(WireReader from, ObjectTable objects, int depth) => from.Flag() ? inner.Read(from, objects, depth) : null;
}

/// <summary>An enum, as its number.</summary>
internal sealed class EnumShape(Type type) : Shape
{
    public override void Write(WireWriter to, object? value, ObjectTable objects) =>
        to.LongNumber(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));

    public override object? Read(WireReader from, ObjectTable objects, int depth) => Enum.ToObject(type, from.LongNumber());
}
