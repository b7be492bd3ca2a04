namespace CachingLab.Sandbox.Protocol;

/// <summary>
/// Messages as bytes. Written by hand: a child lives for a second, and a serializer that has to be compiled first takes most of its processor time.
/// </summary>
internal static class MessageCodec
{
    /// <param name="message">The message.</param>
    /// <param name="id">What takes the place of its own: no copy has to be made for it.</param>
    public static byte[] ToBytes(Message message, int id)
    {
        var writer = new WireWriter();
        writer.Byte((byte)message.Kind);
        writer.Number(id);
        message.Write(writer);
        return writer.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no message.</exception>
    public static Message Read(byte[] bytes)
    {
        var reader = new WireReader(bytes);
        var kind = (MessageKind)reader.Byte();
        int id = reader.Number();
        Message message = Read(kind, reader);
        reader.End();
        message.Id = id;
        return message;
    }

    private static Message Read(MessageKind kind, WireReader from) => kind switch
    {
        MessageKind.RunProgram => RunProgram.Read(from),
        MessageKind.WarmUp => new WarmUp(),
        MessageKind.PlaceFile => PlaceFile.Read(from),
        MessageKind.MakeKeys => MakeKeys.Read(from),
        MessageKind.MakeKeySeries => MakeKeySeries.Read(from),
        MessageKind.OpenCache => OpenCache.Read(from),
        MessageKind.GetEntry => GetEntry.Read(from),
        MessageKind.GetEntries => GetEntries.Read(from),
        MessageKind.SetEntry => SetEntry.Read(from),
        MessageKind.SetSeries => SetSeries.Read(from),
        MessageKind.CallLogged => CallLogged.Read(from),
        MessageKind.CallCached => CallCached.Read(from),
        MessageKind.AskPolicy => AskPolicy.Read(from),
        MessageKind.Complete => Complete.Read(from),
        MessageKind.ReadEntry => ReadEntry.Read(from),
        MessageKind.StoreEntry => StoreEntry.Read(from),
        MessageKind.AddLog => AddLog.Read(from),
        MessageKind.CellStarted => CellStarted.Read(from),
        MessageKind.CellOutput => CellOutput.Read(from),
        MessageKind.CellEnded => CellEnded.Read(from),
        MessageKind.Done => new Done(),
        MessageKind.TextReply => TextReply.Read(from),
        MessageKind.TextsReply => TextsReply.Read(from),
        MessageKind.FlagReply => FlagReply.Read(from),
        MessageKind.FlagsReply => FlagsReply.Read(from),
        MessageKind.HandleReply => HandleReply.Read(from),
        MessageKind.ThrownReply => ThrownReply.Read(from),
        MessageKind.CompileCells => CompileCells.Read(from),
        MessageKind.CompilingCell => CompilingCell.Read(from),
        MessageKind.CompiledCells => CompiledCells.Read(from),
        _ => throw new InvalidDataException($"no message of kind {(byte)kind}"),
    };
}
