using System.Reflection;

namespace CachingLab.Worker.Calls;

/// <summary>The objects of a connection by their numbers: those of this side that the other may call, and proxies for those of the other.</summary>
internal sealed class ObjectTable(Connection connection)
{
    /// <summary>The number of the root object, which exists from the start.</summary>
    public const int Root = 1;

    // An exam hands over a few hundred objects. A child that exceeds this bound is broken.
    private const int Most = 50_000;
    private readonly Lock gate = new();
    private readonly Dictionary<object, Exported> known = new(ReferenceEqualityComparer.Instance);
    private readonly List<Exported> own = [];
    private readonly Dictionary<int, object> theirs = [];

    /// <summary>The number of an object of this side. The other side can call only the methods of the interface.</summary>
    public int Export(object target, RemoteInterface type)
    {
        lock (gate)
        {
            if (known.TryGetValue(target, out Exported? before) && before.Type == type)
                return before.Number;
            if (own.Count >= Most)
                throw new InvalidDataException($"more than {Most:N0} objects");
            var exported = new Exported(target, type, own.Count + 1);
            own.Add(exported);
            known[target] = exported;
            return exported.Number;
        }
    }

    /// <summary>The number of the other side's object that a proxy stands for, or null when it is not such a proxy.</summary>
    public int? NumberOfTheirs(object target) =>
        target is RemoteObject proxy && proxy.Connection == connection ? proxy.Number : null;

    public object Import(int number, RemoteInterface type)
    {
        lock (gate)
        {
            if (theirs.TryGetValue(number, out object? before) && type.Type.IsInstanceOfType(before))
                return before;
            if (number < Root || theirs.Count >= Most)
                throw new InvalidDataException($"no object of number {number}");
            return theirs[number] = RemoteObject.Create(connection, number, type);
        }
    }

    /// <exception cref="InvalidDataException">No object has that number.</exception>
    public Exported Find(int number)
    {
        lock (gate)
            return number >= Root && number <= own.Count ? own[number - 1] : throw new InvalidDataException($"no object of number {number}");
    }
}

/// <summary>An object that the other side may call.</summary>
internal sealed record Exported(object Target, RemoteInterface Type, int Number);

/// <summary>A proxy for an object of the other side: each method call becomes a call across the pipe. Public because the runtime derives from it.</summary>
public class RemoteObject : DispatchProxy
{
    private RemoteInterface type = null!;

    internal Connection Connection { get; private set; } = null!;

    internal int Number { get; private set; }

    internal static object Create(Connection connection, int number, RemoteInterface type)
    {
        object made = Create(type.Type, typeof(RemoteObject));
        var standIn = (RemoteObject)made;
        (standIn.Connection, standIn.type, standIn.Number) = (connection, type, number);
        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Connection.Call(Number, type.Find(targetMethod!), args ?? []);
}
