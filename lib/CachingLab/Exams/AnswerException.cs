namespace CachingLab.Exams;

/// <summary>Thrown when the learner's code threw. The code may run in another process, so only these facts are known.</summary>
public sealed class AnswerException : Exception
{
    public AnswerException(Exception thrown)
        : base(thrown.Message)
    {
        TypeNames = NamesOf(thrown.GetType());
        Original = thrown;
        Stack = thrown.StackTrace ?? "";
    }

    /// <param name="typeNames">Full names of the exception's type and its bases, the most derived first.</param>
    /// <param name="original">The exam's own exception, when the same instance came back.</param>
    public AnswerException(IReadOnlyList<string> typeNames, string message, Exception? original)
        : base(message)
    {
        TypeNames = typeNames;
        Original = original;
    }

    /// <summary>Full names of the exception's type and its bases, the most derived first.</summary>
    public IReadOnlyList<string> TypeNames { get; }

    /// <summary>The exception itself, when it was thrown in this process or is one that the exam threw first.</summary>
    public Exception? Original { get; }

    /// <summary>The stack trace, where it is known: of what was thrown in this process, or of an exception that the exam threw first. Else empty.</summary>
    public string Stack { get; init; } = "";

    /// <summary>The index of the input at which the code threw.</summary>
    public int At { get; init; }

    /// <summary>The type's name without its namespace and its declaring class, which every type of a cell has.</summary>
    public string TypeName => TypeNames[0][(TypeNames[0].LastIndexOfAny(['.', '+']) + 1)..];

    /// <summary>Whether the exception is a <typeparamref name="T"/> or derives from it.</summary>
    public bool Is<T>()
        where T : Exception => TypeNames.Contains(typeof(T).FullName!);

    /// <summary>Full names of <paramref name="type"/> and its bases down to <see cref="Exception"/>.</summary>
    public static IReadOnlyList<string> NamesOf(Type type)
    {
        var names = new List<string>();
        for (Type? current = type; current is not null && current != typeof(object); current = current.BaseType)
            names.Add(NameOf(current));
        return names;
    }

    // A constructed generic type's full name lists its arguments with their assemblies.
    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;
}
