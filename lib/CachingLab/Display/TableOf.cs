using System.Collections;
using System.Globalization;
using System.Reflection;

namespace CachingLab.Display;

/// <summary>Makes a table of the rows' public properties, or of a tuple's fields.</summary>
internal static class TableOf
{
    private sealed record Column(string Name, Type Type, Func<object, object?> Read);

    public static TextTable Rows<T>(IEnumerable<T> rows)
    {
        List<T> all = [.. rows];
        Type type = typeof(T) == typeof(object) || typeof(T).IsInterface ? all.FirstOrDefault(r => r is not null)?.GetType() ?? typeof(T) : typeof(T);
        List<Column> columns = Columns(type);
        IReadOnlyList<IReadOnlyList<string>> cells = [.. all.Select(row => columns.Select(c => Cell(c, row)).ToArray())];
        return new TextTable([.. columns.Select(c => c.Name)], cells, [.. columns.Select(c => IsNumber(c.Type))]);
    }

    private static List<Column> Columns(Type type)
    {
        if (IsPlain(type))
            return [new Column("Value", type, row => row)];
        IEnumerable<Column> properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
            .OrderBy(p => Depth(p.DeclaringType))
            .DistinctBy(p => p.Name)
            .Select(p => new Column(p.Name, p.PropertyType, row => p.DeclaringType!.IsInstanceOfType(row) ? p.GetValue(row) : null));
        IEnumerable<Column> fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Select(f => new Column(f.Name, f.FieldType, f.GetValue));
        List<Column> columns = [.. properties, .. fields];
        return columns.Count > 0 ? columns : [new Column("Value", type, row => row)];
    }

    private static string Cell(Column column, object? row)
    {
        try
        {
            return row is null ? "null" : Text(column.Read(row));
        }
        catch (Exception e)
        {
            return $"({(e.InnerException ?? e).GetType().Name})";
        }
    }

    /// <summary>A value as one text; a list in brackets.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Text)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static bool IsPlain(Type type) =>
        type == typeof(string) || type.IsPrimitive || type.IsEnum || type == typeof(decimal) || type == typeof(TimeSpan)
        || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(Guid)
        || (Nullable.GetUnderlyingType(type) is { } inner && IsPlain(inner));

    private static bool IsNumber(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(decimal) || (plain.IsPrimitive && plain != typeof(bool) && plain != typeof(char));
    }

    private static int Depth(Type? type)
    {
        int depth = 0;
        for (; type is not null; type = type.BaseType)
            depth++;
        return depth;
    }
}
