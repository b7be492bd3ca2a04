using CachingLab.Exams;
using CachingLab.Sandbox.Protocol;

namespace CachingLab.Sandbox.Serving;

/// <summary>Uses once, without any effect, what every exam uses: so that the runtime has compiled it before an answer is there.</summary>
internal static class Warming
{
    private static readonly LlmRequest Request = new("m", "s", "u");

    /// <summary>Writes and reads the messages of an exam, and throws once: the first exception of a process is a slow one.</summary>
    public static Message Do()
    {
        var error = new WireError(["E"], "m", 1, 1);
        Message[] messages =
        [
            new RunProgram([new WireCell("c", new byte[1])], "e", 1, []), new MakeKeys([Request], ""), new MakeKeySeries(new KeySeries(Request, "f", 0, 1)), new OpenCache("p"), new GetEntry(0, "k"),
            new GetEntries(0, ["k"]), new SetEntry(0, "k", "v"), new SetSeries(0, "k", 1, 0, 1), new CallLogged("r", Request, 0, 0),
            new CallCached(0, Request, 0, 0), new AskPolicy([Request]), new Complete(0, Request), new ReadEntry(0, "k"), new StoreEntry(0, "k", "v"),
            new CellStarted("c"), new CellEnded("c", error), new TextReply("t"), new TextsReply(["t"]), new FlagReply(true), new FlagsReply([true]),
            new HandleReply(0), new ThrownReply(error),
        ];
        foreach (Message message in messages)
            MessageCodec.Read(MessageCodec.ToBytes(message, 0));
        try
        {
            throw new NotSupportedException();
        }
        catch (NotSupportedException e)
        {
            ExceptionTable.Describe(e, null, null);
        }

        return new Done();
    }
}
