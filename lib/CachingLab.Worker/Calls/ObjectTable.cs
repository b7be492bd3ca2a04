namespace CachingLab.Worker.Calls;

/// <summary>The objects of a conversation by their numbers: those of this side, which the other may call, and stand-ins for those of the other.</summary>
/// <param name="connection">The conversation.</param>
internal sealed class ObjectTable(Connection connection)
{
    /// <summary>The number of the object that is there from the start.</summary>
    public const int Root = 1;

    // An exam hands over some hundred objects; a child that hands over without end is broken.
    private const int Most = 50_000;
    private readonly Lock gate = new();
    private readonly Dictionary<object, Exported> known = new(ReferenceEqualityComparer.Instance);
    private readonly List<Exported> own = [];
    private readonly Dictionary<int, object> theirs = [];

    /// <summary>The number of an object of this side, new or known. It can be called by the methods of the interface alone.</summary>
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

    /// <summary>The number of an object of the other side that has come back as its stand-in, or null.</summary>
    public int? NumberOfTheirs(object target) => RemoteObject.NumberOf(target, connection);

    /// <summary>The stand-in for an object of the other side.</summary>
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

    /// <summary>An object of this side.</summary>
    /// <exception cref="InvalidDataException">None has that number.</exception>
    public Exported Find(int number)
    {
        lock (gate)
            return number >= Root && number <= own.Count ? own[number - 1] : throw new InvalidDataException($"no object of number {number}");
    }
}

/// <summary>An object that the other side may call.</summary>
/// <param name="Target">The object.</param>
/// <param name="Type">The interface that it is called by.</param>
/// <param name="Number">Its number.</param>
internal sealed record Exported(object Target, RemoteInterface Type, int Number);
