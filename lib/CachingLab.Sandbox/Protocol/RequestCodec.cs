using CachingLab.Exercises;

namespace CachingLab.Sandbox.Protocol;

/// <summary>Requests as bytes, of the course's types and of those that exams make up.</summary>
internal static class RequestCodec
{
    private const byte Plain = 0, Extended = 1, Future = 2, FutureExtended = 3;

    /// <exception cref="NotSupportedException">The type is none that exams use.</exception>
    public static void Write(WireWriter to, LlmRequest request)
    {
        to.Byte(KindOf(request.GetType()));
        to.Text(request.Model);
        to.Text(request.SystemPrompt);
        to.Text(request.UserPrompt);
        to.Real(request.Temperature);
        if (request is ExtendedLlmRequest extended)
            WriteExtended(to, extended);
        if (request is FutureExtendedLlmRequest later)
            FutureRequestCodec.Write(to, later);
        if (request is FutureLlmRequest future)
            FutureRequestCodec.Write(to, future);
    }

    public static LlmRequest Read(WireReader from)
    {
        byte kind = from.Byte();
        (string model, string system, string user, double temperature) = (from.Text(), from.Text(), from.Text(), from.Real());
        return kind switch
        {
            Plain => new LlmRequest(model, system, user, temperature),
            Extended => ReadExtended(from, new ExtendedLlmRequest(model, system, user, temperature)),
            Future => FutureRequestCodec.Read(from, new FutureLlmRequest(model, system, user, temperature)),
            FutureExtended => FutureRequestCodec.Read(
                from, (FutureExtendedLlmRequest)ReadExtended(from, new FutureExtendedLlmRequest(model, system, user, temperature))),
            _ => throw new InvalidDataException($"no request of kind {kind}"),
        };
    }

    /// <summary>A list, with whether it is an array: equal content in another kind of list must not count, and can only be asked if the kind crosses too.</summary>
    internal static void WriteList<T>(WireWriter to, IReadOnlyList<T> list, Action<WireWriter, T> write)
    {
        to.Flag(list is T[]);
        to.Number(list.Count);
        foreach (T item in list)
            write(to, item);
    }

    internal static IReadOnlyList<T> ReadList<T>(WireReader from, Func<WireReader, T> read)
    {
        bool array = from.Flag();
        var items = new T[from.Count()];
        for (int i = 0; i < items.Length; i++)
            items[i] = read(from);
        return array ? items : new List<T>(items);
    }

    // A type of the learner's own would arrive as another one, and be judged for it.
    private static byte KindOf(Type type) =>
        type == typeof(LlmRequest) ? Plain
        : type == typeof(ExtendedLlmRequest) ? Extended
        : type == typeof(FutureLlmRequest) ? Future
        : type == typeof(FutureExtendedLlmRequest) ? FutureExtended
        : throw new NotSupportedException($"a request of type {type.Name} was handed on: hand on the one that was given");

    private static void WriteExtended(WireWriter to, ExtendedLlmRequest request)
    {
        if (to.Has(request.TopP))
            to.Real(request.TopP!.Value);
        if (to.Has(request.MaxTokens))
            to.Number(request.MaxTokens!.Value);
        WriteList(to, request.Tools, static (w, tool) =>
        {
            w.Text(tool.Name);
            w.Text(tool.Description);
            w.Text(tool.ParametersJson);
        });
        WriteList(to, request.Examples, static (w, example) =>
        {
            w.Text(example.User);
            w.Text(example.Assistant);
        });
    }

    private static ExtendedLlmRequest ReadExtended(WireReader from, ExtendedLlmRequest request) => request with
    {
        TopP = from.Flag() ? from.Real() : null,
        MaxTokens = from.Flag() ? from.Number() : null,
        Tools = ReadList(from, static r => new LlmTool(r.Text(), r.Text(), r.Text())),
        Examples = ReadList(from, static r => new LlmExample(r.Text(), r.Text())),
    };
}
