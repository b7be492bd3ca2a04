using System.Reflection;

namespace CachingLab.Worker.Calls;

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
