using CachingLab.Exercises;

namespace CachingLab.Sandbox.Protocol;

/// <summary>Requests as bytes, of the course's types and of those that exams make up.</summary>
internal static class RequestCodec
{
    private const byte Plain = 0, Extended = 1, Future = 2, FutureExtended = 3;

    public static void WriteAll(WireWriter to, IReadOnlyList<LlmRequest> requests)
    {
        to.Number(requests.Count);
        foreach (LlmRequest request in requests)
            Write(to, request);
    }

    public static IReadOnlyList<LlmRequest> ReadAll(WireReader from)
    {
        var requests = new LlmRequest[from.Count()];
        for (int i = 0; i < requests.Length; i++)
            requests[i] = Read(from);
        return requests;
    }

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
        if (request is FutureExtendedLlmRequest or FutureLlmRequest)
            ShapeCodec.WriteOwn(to, request);
    }

    public static LlmRequest Read(WireReader from)
    {
        byte kind = from.Byte();
        (string model, string system, string user, double temperature) = (from.Text(), from.Text(), from.Text(), from.Real());
        return kind switch
        {
            Plain => new LlmRequest(model, system, user, temperature),
            Extended => ReadExtended(from, new ExtendedLlmRequest(model, system, user, temperature)),
            Future => ShapeCodec.ReadOwn(from, new FutureLlmRequest(model, system, user, temperature)),
            FutureExtended => ShapeCodec.ReadOwn(from, ReadExtended(from, new FutureExtendedLlmRequest(model, system, user, temperature))),
            _ => throw new InvalidDataException($"no request of kind {kind}"),
        };
    }

    // A list with its kind, and one item twice as one: equal content must count alone, and can only be asked about if the rest crosses too.
    private static void WriteList<T>(WireWriter to, IReadOnlyList<T> list, Action<WireWriter, T> write)
        where T : class
    {
        to.Number(Lists.KindOf(list));
        to.Number(list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            int first = Enumerable.Range(0, i).FirstOrDefault(k => ReferenceEquals(list[k], list[i]), i);
            to.Number(first);
            if (first == i)
                write(to, list[i]);
        }
    }

    private static IReadOnlyList<T> ReadList<T>(WireReader from, Func<WireReader, T> read)
        where T : class
    {
        int kind = from.Number();
        var items = new T[from.Count()];
        for (int i = 0; i < items.Length; i++)
        {
            int first = from.Number();
            items[i] = first < i ? items[first] : read(from);
        }

        return (IReadOnlyList<T>)Lists.Of(typeof(IReadOnlyList<T>), items, kind);
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
