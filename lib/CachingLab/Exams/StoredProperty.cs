using System.Reflection;

namespace CachingLab.Exams;

/// <summary>Properties that hold a value of their own, those that only a constructor sets included.</summary>
public static class StoredProperty
{
    /// <summary>Whether a property holds a value; false when it is computed from others.</summary>
    public static bool Is(PropertyInfo property) => property.CanWrite || Field(property) is not null;

    /// <summary>Sets the property of <paramref name="record"/>, past its constructor if need be.</summary>
    public static void Set(PropertyInfo property, object record, object? value)
    {
        if (property.CanWrite)
            property.SetValue(record, value);
        else
            Field(property)!.SetValue(record, value);
    }

    // The compiler makes it for a property such as string Name { get; }.
    private static FieldInfo? Field(PropertyInfo property) =>
        property.DeclaringType?.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
}
