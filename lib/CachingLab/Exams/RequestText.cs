using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace CachingLab.Exams;

/// <summary>Requests as C# that can be pasted into a cell.</summary>
public static class RequestText
{
    private const int LongText = 200;

    /// <summary>The C# that makes <paramref name="request"/>: positional parameters first, then each property that is not at its default.</summary>
    /// <param name="request">A record of any request type, with only public properties.</param>
    public static string Of(LlmRequest request) => Value(request);

    /// <summary>A C# expression for a text; short also where one pair of characters, perhaps after a first character, is repeated many times.</summary>
    public static string Text(string? text)
    {
        if (text is not { Length: > LongText })
            return CodeText.Literal(text);
        string first = text[..(text.Length % 2)], pair = text.Substring(first.Length, 2);
        int count = text.Length / 2;
        if (pair[0] == pair[1] || !text.AsSpan(first.Length).SequenceEqual(string.Concat(Enumerable.Repeat(pair, count))))
            return CodeText.Literal(text);
        string repeated = $"string.Concat(System.Linq.Enumerable.Repeat({CodeText.Literal(pair)}, {count}))";
        return first.Length == 0 ? repeated : $"{CodeText.Literal(first)} + {repeated}";
    }

    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => Text(text),
        double number => CodeText.Literal(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        DateTime time => string.Create(CultureInfo.InvariantCulture, $"new System.DateTime({time.Ticks}, System.DateTimeKind.{time.Kind})"),
        DateTimeOffset time => string.Create(CultureInfo.InvariantCulture, $"new System.DateTimeOffset({time.UtcTicks}, System.TimeSpan.Zero)"),
        IDictionary entries => $"new {NameOf(entries.GetType())} {{ {string.Join(", ", entries.Keys.Cast<string>().Select(k => $"[{Text(k)}] = {Value(entries[k])}"))} }}",
        bool flag => flag ? "true" : "false",
        Enum name => $"{NameOf(name.GetType())}.{name}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => List(list),
        _ => Record(value),
    };

    private static string List(IEnumerable list)
    {
        string items = string.Join(", ", list.Cast<object?>().Select(Value));
        Type type = list.GetType();
        string item = type.IsArray ? NameOf(type.GetElementType()!) : type.IsGenericType ? NameOf(type.GetGenericArguments()[0]) : "";
        return Lists.KindOf(list) switch
        {
            0 when items.Length > 0 => $"new {item}[] {{ {items} }}",
            2 => $"new System.Collections.Generic.List<{item}> {{ {items} }}.AsReadOnly()",
            3 => $"System.Collections.Immutable.ImmutableArray.Create(new {item}[] {{ {items} }})",
            4 => $"new System.Collections.Generic.Queue<{item}>(new {item}[] {{ {items} }})",
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) => $"new System.Collections.Generic.List<{item}> {{ {items} }}",
            _ => $"[{items}]",
        };
    }

    private static string Record(object value)
    {
        Type type = value.GetType();
        ParameterInfo[] parameters = [.. type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()];
        object?[] given = [.. parameters.Select(p => type.GetProperty(p.Name!)!.GetValue(value))];
        object plain = Activator.CreateInstance(type, given)!;
        var set = type.GetProperties()
            .Where(p => p.CanWrite && parameters.All(q => q.Name != p.Name))
            .Select(p => (p.Name, Code: Value(p.GetValue(value)), Default: Value(p.GetValue(plain))))
            .Where(p => p.Code != p.Default)
            .Select(p => $"{p.Name} = {p.Code}");
        var text = new StringBuilder($"new {NameOf(type)}({string.Join(", ", given.Select(Value))})");
        string properties = string.Join(", ", set);
        return properties.Length == 0 ? text.ToString() : text.Append(" { ").Append(properties).Append(" }").ToString();
    }

    public static string NameOf(Type type) =>
        type == typeof(string) ? "string"
        : type.IsGenericType ? $"{type.Namespace}.{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Namespace == nameof(CachingLab) ? type.Name : type.FullName!.Replace('+', '.');
}
