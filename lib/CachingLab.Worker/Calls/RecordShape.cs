using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using CachingLab.Exams;

namespace CachingLab.Worker.Calls;

/// <summary>A record, as the values of its properties, except those that are computed. The name of a derived type precedes them.</summary>
internal sealed class RecordShape(Type type) : Shape
{
    private readonly ConcurrentDictionary<string, Parts> derived = new();
    private readonly Lazy<Parts> own = new(() => new Parts(type));

    public override void Write(WireWriter to, object? value, ObjectTable objects)
    {
        if (!type.IsValueType && !to.Begins(value))
            return;
        Type actual = value!.GetType();
        to.TextOrNull(actual == type ? null : actual.FullName);
        PartsOf(actual).Write(to, value, objects);
    }

    public override object? Read(WireReader from, ObjectTable objects, int depth) =>
        type.IsValueType ? Content(from, objects, depth) : from.Object(type, () => Content(from, objects, depth));

    private object Content(WireReader from, ObjectTable objects, int depth)
    {
        if (depth >= MostDepth)
            throw new InvalidDataException("too deep");
        Parts parts = from.TextOrNull() is { } name ? Named(name) : own.Value;
        return parts.Read(from, objects, depth + 1);
    }

    // A type that the learner derived cannot be created on the other side.
    private Parts PartsOf(Type actual)
    {
        if (actual == type)
            return own.Value;
        return actual.Assembly == type.Assembly
            ? derived.GetOrAdd(actual.FullName!, static (_, t) => new Parts(t), actual)
            : throw new NotSupportedException($"a {type.Name} of type {actual.Name} was handed on: hand on the one that was given");
    }

    private Parts Named(string name)
    {
        if (derived.TryGetValue(name, out Parts? known))
            return known;
        Type? found = name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '+' or '_') ? type.Assembly.GetType(name) : null;
        return found is { IsAbstract: false } && type.IsAssignableFrom(found)
            ? derived.GetOrAdd(name, static (_, t) => new Parts(t), found)
            : throw new InvalidDataException($"no {type.Name} of that name");
    }

    private sealed class Parts
    {
        private readonly Type type;
        private readonly List<Part> parts = [];

        public Parts(Type type)
        {
            this.type = type;
            foreach (PropertyInfo property in type.GetProperties())
            {
                if (property.CanRead && property.GetIndexParameters().Length == 0 && StoredProperty.Is(property))
                    parts.Add(new Part(property));
            }

            if (type.IsAbstract || parts.Count == 0)
                throw new NotSupportedException($"a {type} has no properties that can be set");
        }

        public void Write(WireWriter to, object value, ObjectTable objects)
        {
            foreach (Part part in parts)
                part.Shape.Write(to, part.Member.Get(value), objects);
        }

        // No constructor runs because every property is set.
        public object Read(WireReader from, ObjectTable objects, int depth)
        {
            object made = RuntimeHelpers.GetUninitializedObject(type);
            foreach (Part part in parts)
                part.Member.Set(made, part.Shape.Read(from, objects, depth));
            return made;
        }
    }

    private sealed class Part(PropertyInfo property)
    {
        private Shape? shape;

        public Member Member { get; } = Member.Of(property);

        public Shape Shape => shape ??= Of(property.PropertyType);
    }
}

internal abstract class Member
{
    /// <summary>Uses delegates, which are fast from the first call on.</summary>
    public static Member Of(PropertyInfo property) => property.DeclaringType!.IsValueType || !property.CanWrite
        ? new ReflectedMember(property)
        : (Member)Activator.CreateInstance(typeof(Member<,>).MakeGenericType(property.DeclaringType, property.PropertyType), property)!;

    public abstract object? Get(object owner);

    public abstract void Set(object owner, object? value);
}

/// <summary>A property of a class.</summary>
internal sealed class Member<TOwner, TValue>(PropertyInfo property) : Member
    where TOwner : class
{
    private readonly Func<TOwner, TValue> get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
    private readonly Action<TOwner, TValue> set = property.SetMethod!.CreateDelegate<Action<TOwner, TValue>>();

    public override object? Get(object owner) => get((TOwner)owner);

    public override void Set(object owner, object? value) => set((TOwner)owner, (TValue)value!);
}

/// <summary>A property that no delegate can set: one of a struct, which is boxed, or one that only the constructor sets.</summary>
internal sealed class ReflectedMember(PropertyInfo property) : Member
{
    public override object? Get(object owner) => property.GetValue(owner);

    public override void Set(object owner, object? value) => StoredProperty.Set(property, owner, value);
}
