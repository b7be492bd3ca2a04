using CachingLab.Exercises;

namespace CachingLab.Sandbox.Protocol;

/// <summary>What the request types that no learner has seen have beyond the others.</summary>
internal static class FutureRequestCodec
{
    public static void Write(WireWriter to, FutureLlmRequest request)
    {
        if (to.Has(request.Seed))
            to.LongNumber(request.Seed!.Value);
        to.Flag(request.Explain);
        to.Number((int)request.Effort);
        if (to.Has(request.Stop))
            RequestCodec.WriteList(to, request.Stop!, static (w, text) => w.Text(text));
        if (!to.Has(request.Format))
            return;
        to.Text(request.Format!.Name);
        to.TextOrNull(request.Format.Schema);
        to.Flag(request.Format.Strict);
    }

    public static void Write(WireWriter to, FutureExtendedLlmRequest request)
    {
        if (to.Has(request.Penalty))
            to.Real(request.Penalty!.Value);
        RequestCodec.WriteList(to, request.History, static (w, turn) =>
        {
            w.Text(turn.Role);
            w.Text(turn.Text);
            RequestCodec.WriteList(w, turn.Files, static (v, file) => v.Text(file));
        });
    }

    public static FutureLlmRequest Read(WireReader from, FutureLlmRequest request) => request with
    {
        Seed = from.Flag() ? from.LongNumber() : null,
        Explain = from.Flag(),
        Effort = (FutureEffort)from.Number(),
        Stop = from.Flag() ? RequestCodec.ReadList(from, static r => r.Text()) : null,
        Format = from.Flag() ? new FutureFormat(from.Text(), from.TextOrNull()) { Strict = from.Flag() } : null,
    };

    public static FutureExtendedLlmRequest Read(WireReader from, FutureExtendedLlmRequest request) => request with
    {
        Penalty = from.Flag() ? from.Real() : null,
        History = RequestCodec.ReadList(from, static r => new FutureMessage(r.Text(), r.Text())
        {
            Files = RequestCodec.ReadList(r, static f => f.Text()),
        }),
    };
}
