namespace CachingLab.Exams;

/// <summary>The learner's code threw: what is known of the exception on this side, which may be another process.</summary>
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
    /// <param name="message">The exception's message.</param>
    /// <param name="original">The exam's own exception, when that very instance came back.</param>
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

    /// <summary>The stack trace of an exception that the exam threw first; empty where there is none.</summary>
    public string Stack { get; init; } = "";

    /// <summary>Which of several inputs the code was at, counted from 0.</summary>
    public int At { get; init; }

    /// <summary>The type's name without its namespace and without the class around it, which a cell's types always have.</summary>
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
