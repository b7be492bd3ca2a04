using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using CachingLab.Exams;
using CachingLab.Exercises.Keys;

namespace CachingLab.Exercises.ExtendedKey;

/// <summary>Copies of a request that each have one field changed, at any depth.</summary>
internal static class Variations
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    // Schemas that careless JSON normalization makes equal.
    private static readonly string[] Schemas =
    [
        """{"enum":["low","high"]}""", """{"enum":["high","low"]}""", """{"enum":["low","low","high"]}""", """{"enum":["Low","high"]}""", """{"enum":["low "]}""",
        """{"required":["a","b"]}""", """{"required":["b","a"]}""", """{"anyOf":[{"a":1},{"b":2}]}""", """{"anyOf":[{"b":2},{"a":1}]}""", """{"anyOf":[{"a":1,"b":2}]}""",
        """{"maximum":9007199254740992}""", """{"maximum":9007199254740993}""", """{"maximum":1}""", """{"maximum":"1"}""", """{"maximum":0.1}""", """{"maximum":0.11}""",
        """{"maximum":123456789012345678901234567890}""", """{"maximum":123456789012345678901234567891}""", """{"default":true}""", """{"default":"true"}""",
        """{"default":null}""", """{"default":""}""", """{"default":[]}""", """{"default":{}}""", """{"default":0}""", """{"default":false}""", "{}", "[]", "{} {}", "{}}", "{}a",
        """{"a":{"b":{"c":{"d":{"e":{"f":1}}}}}}""", """{"a":{"b":{"c":{"d":{"e":{"f":2}}}}}}""", """{"a":{"b":1}}""", """{"a":1,"b":{}}""", """{"b":{"a":1}}""", """{"a.b":1}""",
        """{"A":1,"a":2}""", """{"A":1,"a":3}""", """{"A":3,"a":2}""",
    ];

    private static readonly Func<object, object> Clone =
        typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    /// <summary>All variations of a request, created once in an exam. No two have equal content, and none equals the request.</summary>
    public static Task<IReadOnlyList<Variation>> OfAsync(Exam exam, LlmRequest request)
    {
        var content = new StringBuilder();
        Copy(request, typeof(LlmRequest), content);
        return exam.OnceAsync($"variations of {content}", () => Task.FromResult<IReadOnlyList<Variation>>([.. New(exam, request, content.ToString())]));
    }

    private static IEnumerable<Variation> New(Exam exam, LlmRequest request, string own)
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { own };
        foreach (Variation v in OfRecord(exam, request))
        {
            var content = new StringBuilder();
            object? copy = Copy(v.Value, typeof(LlmRequest), content);
            if (known.Add(content.ToString()))
                yield return new(copy, v.Path[1..], v.Kind);
        }
    }

    private static PropertyInfo[] Properties(Type type) => Known.GetOrAdd(type, static t => [.. t.GetProperties().Where(StoredProperty.Is)]);

    private static object With(object record, PropertyInfo property, object? value)
    {
        object copy = Clone(record);
        StoredProperty.Set(property, copy, value);
        return copy;
    }

    // Copies deeply: two requests must not share an object, as requests in a program rarely do. Writes the content, by which equal copies are found.
    private static object? Copy(object? value, Type type, StringBuilder content)
    {
        switch (value)
        {
            case null or string or Enum or IFormattable or bool:
                string text = value switch
                {
                    DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
                    IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                    _ => $"{value}",
                };
                content.Append(value is null ? '-' : '=').Append(text.Length).Append(':').Append(text);
                return value;
            case IDictionary entries:
                content.Append('{').Append(entries.Count).Append(':');
                return Lists.Entries(type, [.. entries.Keys.Cast<string>().Select(k => ((string)Part(k)!, Part(entries[k])))]);
            case IEnumerable list:
                object?[] items = [.. list.Cast<object?>()];
                content.Append('[').Append(items.Length).Append(':');
                return Lists.Of(type, [.. items.Select(Part)], Lists.KindOf(list));
            default:
                object copy = Clone(value);
                foreach (PropertyInfo property in Properties(value.GetType()))
                {
                    object? old = property.GetValue(value);
                    if (Copy(old, property.PropertyType, content) is var made && made != old)
                        StoredProperty.Set(property, copy, made);
                }

                return copy;
        }

        object? Part(object? part) => Copy(part, type.GetGenericArguments()[^1], content);
    }

    private static IEnumerable<Variation> OfRecord(Exam exam, object record) =>
        from property in Properties(record.GetType())
        from variation in Nothing(exam, property).Concat(OfProperty(exam, record, property))
        select variation with { Value = With(record, property, variation.Value), Path = $".{property.Name}{variation.Path}" };

    // A schema's white space and the order of its names may or may not count, so neither is varied.
    private static IEnumerable<Variation> OfProperty(Exam exam, object record, PropertyInfo property) =>
        property.Name == nameof(LlmTool.ParametersJson)
            ? Schemas.Concat(Drawn(exam)).Select(s => new Variation(s, "", VariationKind.Value))
            : Of(exam, property.GetValue(record), property.PropertyType);

    private static IEnumerable<string> Drawn(Exam exam) =>
    [
        $$"""{"type":"{{exam.Word()}}"}""", $$"""{"{{exam.Word()}}":"object"}""", $$"""[{"type":"object"}]""", $"{{type:{exam.Word()}}}", $"{{type:{exam.Word()}}}", "",
    ];

    private static IEnumerable<Variation> Nothing(Exam exam, PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        lock (Nullability)
        {
            if (Nullability.Create(property).ReadState is not NullabilityState.Nullable)
                yield break;
        }

        yield return new(null, "", VariationKind.Nothing);
        if (type.IsValueType)
        {
            yield return new(Activator.CreateInstance(type), "", VariationKind.Nothing);
            foreach (int number in type == typeof(int) || type == typeof(long) || type == typeof(double) ? (int[])[-1, int.MinValue, int.MaxValue] : [])
                yield return new(Convert.ChangeType(number, type, CultureInfo.InvariantCulture), "", VariationKind.Nothing);
        }
        else if (type == typeof(string))
        {
            // Texts that a key function may write for null.
            foreach (string text in (string[])["", "null", "\0", "None", "(null)", "<null>", "[]", "{}", .. Words(exam.Code)])
                yield return new(text, "", VariationKind.Nothing);
        }
        else if (type.IsGenericType)
            yield return new(type.GetGenericArguments().Length == 2 ? Lists.Entries(type, []) : Lists.Of(type, []), "", VariationKind.Nothing);
    }

    private static IEnumerable<string> Words(AnswerCode? code) => (code?.Texts ?? []).Where(t => t.Length < 20).Take(24);

    private static IEnumerable<Variation> Of(Exam exam, object? value, Type type) => value switch
    {
        null => [],
        string text => Leaves($"{text}{exam.Word(3)}", exam.Word(6), text + " ", text.ToUpperInvariant(), "x" + text),
        double number => Leaves(number + 0.5, Math.BitIncrement(number), number == 0 ? -1.0 : -number),
        int number => Leaves(number + 1, -number - 1, number + 256, number + 65_536),
        long number => Leaves(number + 1, -number, number + (1L << 32), number ^ (1L << 62)),
        decimal number => Leaves(number + 0.01m, number + 1),
        bool flag => Leaves(!flag),
        Enum => Leaves([.. Enum.GetValues(value.GetType())]),
        DateTime time => Leaves(time.AddDays(1), time.AddSeconds(1), time.AddYears(-1), time.AddMilliseconds(250)),
        DateTimeOffset time => Leaves(time.AddDays(1), time.AddSeconds(1), time.AddYears(-1), time.AddMilliseconds(250)),
        IDictionary entries => OfEntries(exam, entries, type),
        IEnumerable list => OfList(exam, [.. list.Cast<object?>()], type),
        _ => OfRecord(exam, value),
    };

    private static IEnumerable<Variation> Leaves(params object[] values) => values.Select(v => new Variation(v, "", VariationKind.Value));

    private static IEnumerable<Variation> OfList(Exam exam, object?[] items, Type type)
    {
        Type item = type.GetGenericArguments()[0];
        for (int i = 0; i < items.Length; i++)
        {
            foreach (Variation v in Of(exam, items[i], item))
                yield return v with { Value = Lists.Of(type, [.. items[..i], v.Value, .. items[(i + 1)..]]), Path = $"[{i}]{v.Path}" };
            foreach (object nothing in items[i] is not null ? [] : item == typeof(string) ? (object[])["", "null"] : item == typeof(int?) ? [0] : [])
                yield return Changed([.. items[..i], nothing, .. items[(i + 1)..]], VariationKind.Nothing);
            yield return Changed([.. items[..i], .. items[(i + 1)..]]);
            yield return Changed([.. items, items[i]]);
            yield return Changed([items[i]]);
            if (i > 0)
                yield return Changed([.. items[..(i - 1)], items[i], items[i - 1], .. items[(i + 1)..]], VariationKind.Order);
        }

        yield return Changed([]);
        yield return Changed([.. items, .. items]);
        yield return Changed([.. items.Reverse()], VariationKind.Order);
        yield return Changed([.. items.Skip(1), .. items.Take(1)], VariationKind.Order);
        if (item == typeof(string))
        {
            foreach (string separator in Separators.MostTelling(exam.Code).Append("\",\"").Append(", "))
                yield return Changed([string.Join(separator, items)]);
        }

        // The same inner items, divided into other lists.
        if (items is [IEnumerable and not string, ..] && item.IsGenericType)
        {
            object?[][] inner = [.. items.Select(l => ((IEnumerable)l!).Cast<object?>().ToArray())];
            yield return Changed([Lists.Of(item, [.. inner.SelectMany(l => l)])]);
            yield return Changed([.. inner.SelectMany(l => l).Select(l => Lists.Of(item, [l]))]);
            yield return Changed([Lists.Of(item, []), .. items]);

            // A list that is written without its end takes an empty one for the beginning of the next.
            if (item.GetGenericArguments()[0] is { IsGenericType: true } rows)
                yield return Changed([Lists.Of(item, [.. inner.SelectMany((l, i) => i == 0 ? l : [Lists.Of(rows, []), .. l])])]);
        }

        Variation Changed(object?[] changed, VariationKind kind = VariationKind.Value) => new(Lists.Of(type, changed), "", kind);
    }

    private static IEnumerable<Variation> OfEntries(Exam exam, IDictionary entries, Type type)
    {
        (string Key, object? Value)[] all = [.. entries.Keys.Cast<string>().Select(k => (k, entries[k]))];
        for (int i = 0; i < all.Length; i++)
        {
            (string Key, object? Value)[] others = [.. all[..i], .. all[(i + 1)..]];
            foreach (Variation v in Of(exam, all[i].Value, type.GetGenericArguments()[1]))
                yield return v with { Value = Lists.Entries(type, [.. others, (all[i].Key, v.Value)]), Path = $"[{i}]{v.Path}" };
            yield return new(Lists.Entries(type, [.. others, (all[i].Key + exam.Word(2), all[i].Value)]), "", VariationKind.Value);
            yield return new(Lists.Entries(type, [.. others]), "", VariationKind.Value);
        }

        yield return new(Lists.Entries(type, [.. all.Select((e, i) => (e.Key, all[(i + 1) % all.Length].Value))]), "", VariationKind.Value);

        // Two entries as one, as careless code joins them.
        if (all is not [(var key, string value), (var next, string last)])
            yield break;
        IReadOnlyList<string> signs = Separators.Signs(exam.Code);
        foreach (string between in signs.Concat([";", ",", "&", "\n", "|", ""]).Distinct())
        {
            foreach (string equals in signs.Concat(["=", ":", ""]).Distinct())
                yield return new(Lists.Entries(type, [(key, $"{value}{between}{next}{equals}{last}")]), "", VariationKind.Value);
        }
    }
}
