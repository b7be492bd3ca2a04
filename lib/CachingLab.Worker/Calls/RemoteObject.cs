using System.Reflection;

namespace CachingLab.Worker.Calls;

/// <summary>A proxy for an object of the other side: each method call becomes a call across the pipe. Public because the runtime derives from it.</summary>
public class RemoteObject : DispatchProxy
{
    private Connection connection = null!;
    private RemoteInterface type = null!;

    internal int Number { get; private set; }

    internal static object Create(Connection connection, int number, RemoteInterface type)
    {
        object made = Create(type.Type, typeof(RemoteObject));
        var standIn = (RemoteObject)made;
        (standIn.connection, standIn.type, standIn.Number) = (connection, type, number);
        return made;
    }

    /// <summary>The number of the object when it is a proxy of that connection, or null.</summary>
    internal static int? NumberOf(object target, Connection connection) =>
        target is RemoteObject standIn && standIn.connection == connection ? standIn.Number : null;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        connection.Call(Number, type.Find(targetMethod!), args ?? []);
}
