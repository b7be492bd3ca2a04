using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CachingLab.Exams;

namespace CachingLab.Worker.Calls;

/// <summary>A list, sent with its kind, such as an array or a List. Exams test whether a key depends on the kind.</summary>
internal sealed class ListShape(Type type, Type item) : Shape
{
    private static readonly Type[] Declared =
        [typeof(IReadOnlyList<>), typeof(IList<>), typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(ICollection<>), typeof(List<>)];

    private readonly Shape items = Of(item);
    private readonly Func<IReadOnlyList<object?>, int, object> make = Lists.MakerOf(type.IsSZArray ? typeof(IReadOnlyList<>).MakeGenericType(item) : type);
    private readonly int? onlyKind = type.IsSZArray ? 0 : type.GetGenericTypeDefinition() == typeof(List<>) ? 1 : null;

    /// <summary>The type of a list's items, or null when the type is not a list.</summary>
    public static Type? ItemOf(Type type)
    {
        if (type.IsSZArray)
            return type.GetElementType();
        return type.IsGenericType && Declared.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments()[0] : null;
    }

    public override void Write(WireWriter to, object? value, ObjectTable objects)
    {
        if (!to.Begins(value))
            return;
        var list = (IEnumerable)value!;
        object?[] all = list is ICollection counted ? new object?[counted.Count] : [.. list.Cast<object?>()];
        (list as ICollection)?.CopyTo(all, 0);
        to.Byte((byte)Lists.KindOf(list));
        to.Number(all.Length);
        foreach (object? one in all)
            items.Write(to, one, objects);
    }

    public override object? Read(WireReader from, ObjectTable objects, int depth) => from.Object(type, () =>
    {
        if (depth >= MostDepth)
            throw new InvalidDataException("too deep");
        int kind = from.Byte();
        var all = new object?[from.Count()];
        for (int i = 0; i < all.Length; i++)
            all[i] = items.Read(from, objects, depth + 1);
        return make(all, onlyKind ?? kind);
    });
}

/// <summary>A list of texts, with a fast path because there may be very many.</summary>
internal sealed class TextsShape : Shape
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Write(WireWriter to, object? value, ObjectTable objects)
    {
        if (!to.Begins(value))
            return;
        var list = (IReadOnlyList<string?>)value!;
        to.Byte((byte)Lists.KindOf(list));
        to.Number(list.Count);
        for (int i = 0; i < list.Count; i++)
            to.TextOrNull(list[i]);
    }

    public override object? Read(WireReader from, ObjectTable objects, int depth) => from.Object(typeof(IReadOnlyList<string>), () => Read(from));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static object Read(WireReader from)
    {
        int kind = from.Byte();
        var all = new string?[from.Count()];
        for (int i = 0; i < all.Length; i++)
            all[i] = from.TextOrNull();
        return kind == 0 ? all : Lists.Of(typeof(IReadOnlyList<string>), all, kind);
    }
}

/// <summary>A list of numbers, as bytes because there may be very many. It arrives as an array.</summary>
internal sealed class NumbersShape : Shape
{
    public override void Write(WireWriter to, object? value, ObjectTable objects)
    {
        if (to.Begins(value))
            to.Bytes(MemoryMarshal.AsBytes(((IReadOnlyList<long>)value!).ToArray().AsSpan()));
    }

    public override object? Read(WireReader from, ObjectTable objects, int depth) => from.Object(typeof(IReadOnlyList<long>), () =>
    {
        byte[] bytes = from.Bytes();
        return bytes.Length % sizeof(long) == 0 ? MemoryMarshal.Cast<byte, long>(bytes).ToArray() : throw new InvalidDataException("part of a number");
    });
}

/// <summary>A dictionary with text keys.</summary>
internal sealed class DictionaryShape(Type type) : Shape
{
    private readonly Shape values = Of(type.GetGenericArguments()[1]);

    public static bool Is(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && type.GetGenericArguments()[0] == typeof(string);

    public override void Write(WireWriter to, object? value, ObjectTable objects)
    {
        if (!to.Begins(value))
            return;
        var entries = (IDictionary)value!;
        to.Number(entries.Count);
        foreach (DictionaryEntry entry in entries)
        {
            to.Text((string)entry.Key);
            values.Write(to, entry.Value, objects);
        }
    }

    public override object? Read(WireReader from, ObjectTable objects, int depth) => from.Object(type, () =>
    {
        if (depth >= MostDepth)
            throw new InvalidDataException("too deep");
        var entries = new (string Key, object? Value)[from.Count()];
        for (int i = 0; i < entries.Length; i++)
            entries[i] = (from.Text(), values.Read(from, objects, depth + 1));
        if (entries.DistinctBy(e => e.Key).Count() < entries.Length)
            throw new InvalidDataException("a key twice");
        return Lists.Entries(type, entries);
    });
}
