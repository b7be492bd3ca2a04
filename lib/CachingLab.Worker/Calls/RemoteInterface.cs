using System.Collections.Concurrent;
using System.Reflection;
using CachingLab.Exams;

namespace CachingLab.Worker.Calls;

/// <summary>The methods of an interface by their numbers, which are the same on both sides.</summary>
internal sealed class RemoteInterface
{
    private static readonly ConcurrentDictionary<Type, RemoteInterface> Known = new();

    private RemoteInterface(Type type)
    {
        Type = type;
        var methods = new List<RemoteMethod>();
        Add(methods, type);
        foreach (Type inherited in type.GetInterfaces())
            Add(methods, inherited);
        Methods = methods;
    }

    public Type Type { get; }

    public IReadOnlyList<RemoteMethod> Methods { get; }

    public static RemoteInterface Of(Type type) => Known.GetOrAdd(type, static t => new RemoteInterface(t));

    public RemoteMethod Find(MethodInfo method)
    {
        foreach (RemoteMethod known in Methods)
        {
            if (known.Info == method)
                return known;
        }

        throw new NotSupportedException($"{method.Name} cannot be called in another process");
    }

    // The metadata's order is the same on both sides because they load the same assemblies.
    private static void Add(List<RemoteMethod> methods, Type type)
    {
        foreach (MethodInfo method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            methods.Add(new RemoteMethod(method, methods.Count));
    }
}

/// <summary>When the result of a call is sent back.</summary>
internal enum ResultKind
{
    /// <summary>Not at all.</summary>
    Notice,

    /// <summary>When the method returns.</summary>
    Value,

    /// <summary>When the task that it returned is completed.</summary>
    Task,

    /// <summary>Item by item.</summary>
    Stream,
}

internal sealed class RemoteMethod
{
    private static readonly MethodInfo Cast = typeof(RemoteMethod).GetMethod(nameof(CastAsync), BindingFlags.Static | BindingFlags.NonPublic)!;
    private readonly ParameterInfo[] parameters;
    private readonly Shape?[] shapes;
    private readonly int token = -1;
    private Shape? result;

    public RemoteMethod(MethodInfo info, int number)
    {
        (Info, Number) = (info, number);
        parameters = info.GetParameters();
        shapes = new Shape?[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].ParameterType == typeof(CancellationToken))
                token = i;
        }

        Type returned = info.ReturnType;
        bool generic = returned.IsGenericType;
        Kind = info.IsDefined(typeof(NoticeAttribute)) ? ResultKind.Notice
            : typeof(Task).IsAssignableFrom(returned) ? ResultKind.Task
            : generic && returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? ResultKind.Stream
            : ResultKind.Value;
        ResultType = Kind is ResultKind.Task ? (generic ? returned.GetGenericArguments()[0] : null) : returned == typeof(void) ? null : returned;
    }

    public MethodInfo Info { get; }

    public int Number { get; }

    public ResultKind Kind { get; }

    /// <summary>The type of the result; null for none.</summary>
    public Type? ResultType { get; }

    public Shape? Result => ResultType is null ? null : result ??= Shape.Of(ResultType);

    public bool TakesToken => token >= 0;

    /// <summary>The token among the arguments, or <see cref="CancellationToken.None"/>.</summary>
    public CancellationToken TokenIn(object?[] arguments) => token < 0 ? default : (CancellationToken)arguments[token]!;

    public object? ResultOf(Task task) => ResultType is null ? null : task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);

    public Task AsTask(Task<object?> end) =>
        ResultType is null ? end : (Task)Cast.MakeGenericMethod(ResultType).Invoke(null, [end])!;

    private static async Task<T> CastAsync<T>(Task<object?> end) => (T)(await end)!;

    public void WriteArguments(WireWriter to, object?[] arguments, ObjectTable objects)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i != token)
                ShapeOf(i).Write(to, arguments[i], objects);
        }
    }

    public object?[] ReadArguments(WireReader from, ObjectTable objects, CancellationToken cancellation)
    {
        var arguments = new object?[parameters.Length];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = i == token ? cancellation : ShapeOf(i).Read(from, objects, 0);
        return arguments;
    }

    private Shape ShapeOf(int parameter) => shapes[parameter] ??= Shape.Of(parameters[parameter].ParameterType);
}
