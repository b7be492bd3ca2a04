using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CachingLab.Exercises;

namespace CachingLab.Sandbox.Protocol;

/// <summary>Values as bytes by what their types say: for the request types that no learner has seen, of which there are few and each has much in it.</summary>
internal static class ShapeCodec
{
    /// <summary>What a request's own type adds to its base type.</summary>
    public static void WriteOwn(WireWriter to, LlmRequest request)
    {
        foreach (PropertyInfo property in Own(request))
            Write(to, property.PropertyType, property.GetValue(request));
    }

    public static LlmRequest ReadOwn(WireReader from, LlmRequest request)
    {
        foreach (PropertyInfo property in Own(request))
            property.SetValue(request, Read(from, property.PropertyType));
        return request;
    }

    private static IEnumerable<PropertyInfo> Own(LlmRequest request) => Settable(request.GetType()).Where(p => p.DeclaringType == request.GetType() && p.Name is not ("Model" or "SystemPrompt" or "UserPrompt" or "Temperature"));

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(p => p.CanWrite);

    private static void Write(WireWriter to, Type type, object? value)
    {
        if (!to.Has(value))
            return;
        switch (value)
        {
            case string text:
                to.Text(text);
                break;
            case double number:
                to.Real(number);
                break;
            case int or Enum or bool:
                to.Number(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                break;
            case long number:
                to.LongNumber(number);
                break;
            case decimal number:
                to.Text(number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                to.LongNumber(time.UtcTicks);
                break;
            case IDictionary entries:
                to.Number(entries.Count);
                foreach (DictionaryEntry entry in entries)
                {
                    to.Text((string)entry.Key);
                    Write(to, type.GetGenericArguments()[1], entry.Value);
                }

                break;
            case IEnumerable list:
                object?[] items = [.. list.Cast<object?>()];
                to.Number(Lists.KindOf(list));
                to.Number(items.Length);
                foreach (object? item in items)
                    Write(to, type.GetGenericArguments()[0], item);
                break;
            default:
                foreach (PropertyInfo property in Settable(value!.GetType()))
                    Write(to, property.PropertyType, property.GetValue(value));
                break;
        }
    }

    private static object? Read(WireReader from, Type declared)
    {
        if (!from.Flag())
            return null;
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return from.Text();
        if (type == typeof(double))
            return from.Real();
        if (type == typeof(int))
            return from.Number();
        if (type == typeof(bool))
            return from.Number() != 0;
        if (type.IsEnum)
            return Enum.ToObject(type, from.Number());
        if (type == typeof(long))
            return from.LongNumber();
        if (type == typeof(decimal))
            return decimal.Parse(from.Text(), CultureInfo.InvariantCulture);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(from.LongNumber(), TimeSpan.Zero);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            var entries = new (string, object?)[from.Count()];
            for (int i = 0; i < entries.Length; i++)
                entries[i] = (from.Text(), Read(from, type.GetGenericArguments()[1]));
            return Lists.Entries(type, entries);
        }

        if (type.IsGenericType)
        {
            int kind = from.Number();
            var items = new object?[from.Count()];
            for (int i = 0; i < items.Length; i++)
                items[i] = Read(from, type.GetGenericArguments()[0]);
            return Lists.Of(type, items, kind);
        }

        object record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in Settable(type))
            property.SetValue(record, Read(from, property.PropertyType));
        return record;
    }
}
