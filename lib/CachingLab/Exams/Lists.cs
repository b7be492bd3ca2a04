using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;

namespace CachingLab.Exams;

/// <summary>Creates lists and dictionaries of a type known only at run time. Lists come in several kinds, because an answer must not depend on the kind.</summary>
public static class Lists
{
    public const int Kinds = 5;

    private static readonly MethodInfo Maker = typeof(Lists).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly ConcurrentDictionary<Type, Func<IReadOnlyList<object?>, int, object>> Makers = new();
    private static readonly MethodInfo EntriesMaker = typeof(Lists).GetMethod(nameof(MakeEntries), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Creates a list that can be assigned to that type; an array by default.</summary>
    /// <param name="type">The type, with the items' type as its one argument.</param>
    /// <param name="kind">The kind of list, from 0 to <see cref="Kinds"/> - 1.</param>
    public static object Of(Type type, IReadOnlyList<object?> items, int kind = 0) => MakerOf(type)(items, kind);

    /// <summary>The function behind <see cref="Of"/> for that type, to create many lists.</summary>
    /// <param name="type">The type, with the items' type as its one argument.</param>
    public static Func<IReadOnlyList<object?>, int, object> MakerOf(Type type) => Makers.GetOrAdd(type, NewMaker);

    private static Func<IReadOnlyList<object?>, int, object> NewMaker(Type type)
    {
        var make = Maker.MakeGenericMethod(type.GetGenericArguments()[0]).CreateDelegate<Func<IReadOnlyList<object?>, int, object>>();
        return type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) ? (items, _) => make(items, Kinds - 1) : make;
    }

    /// <summary>Creates a dictionary with text keys.</summary>
    /// <param name="type">The type, with the values' type as its second argument.</param>
    public static object Entries(Type type, IReadOnlyList<(string Key, object? Value)> entries) =>
        EntriesMaker.MakeGenericMethod(type.GetGenericArguments()[1]).Invoke(null, [entries])!;

    public static int KindOf(IEnumerable list)
    {
        Type type = list.GetType();
        return type.IsArray ? 0
            : !type.IsGenericType ? 1
            : type.GetGenericTypeDefinition() == typeof(ReadOnlyCollection<>) ? 2
            : type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? 3
            : type.GetGenericTypeDefinition() == typeof(Queue<>) ? 4
            : 1;
    }

    private static object Make<T>(IReadOnlyList<object?> items, int kind)
    {
        T[] all = [.. items.Cast<T>()];
        return kind switch
        {
            0 => all,
            2 => new ReadOnlyCollection<T>(all),
            3 => ImmutableArray.Create(all),
            4 => new Queue<T>(all),
            _ => new List<T>(all),
        };
    }

    private static Dictionary<string, T> MakeEntries<T>(IReadOnlyList<(string Key, object? Value)> entries) =>
        entries.ToDictionary(e => e.Key, e => (T)e.Value!, StringComparer.Ordinal);
}
