namespace CachingLab.Worker.Calls;

/// <summary>An object that is passed by its number: positive for an object of the sender, negative for one of the receiver.</summary>
internal sealed class ObjectShape(Type type) : Shape
{
    private readonly RemoteInterface remote = RemoteInterface.Of(type);

    public override void Write(WireWriter to, object? value, ObjectTable objects) => to.Number(
        value is null ? 0
        : objects.NumberOfTheirs(value) is { } theirs ? -theirs
        : objects.Export(value, remote));

    public override object? Read(WireReader from, ObjectTable objects, int depth)
    {
        int number = from.Number();
        if (number == 0)
            return null;
        if (number > 0)
            return objects.Import(number, remote);
        object own = objects.Find(-number).Target;
        return type.IsInstanceOfType(own) ? own : throw new InvalidDataException($"object {-number} is no {type.Name}");
    }
}

/// <summary>A stream that a method returns. The other side reads an <see cref="IItems{T}"/>, which <see cref="RemoteStream{T}"/> asks for one item at a time.</summary>
internal sealed class StreamShape(Type item) : Shape
{
    private readonly Shape source = Of(typeof(IItems<>).MakeGenericType(item));
    private readonly Type own = typeof(Items<>).MakeGenericType(item);

    public override void Write(WireWriter to, object? value, ObjectTable objects) =>
        source.Write(to, value is null ? null : Activator.CreateInstance(own, value), objects);

    public override object? Read(WireReader from, ObjectTable objects, int depth) => source.Read(from, objects, depth);
}
